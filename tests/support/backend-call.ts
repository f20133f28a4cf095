import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { personas } from '#backend/seed/personas.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { Payment } from '#shared/billing/payment.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import type { Answer, SignedIn } from './backend-client.ts';

type Persona = (typeof personas)[keyof typeof personas];

/** Test numbers by what they do. */
export const cards = {
  approved: '4242424242424242',
  alsoApproved: '5555555555554444',
  insufficientFunds: '4000000000009995',
  stolen: '4000000000009979',
} as const;

/** A verified call about somebody, as far as the reading of the balance. */
export interface VerifiedCall {
  readonly desk: SignedIn;
  readonly callId: string;
  readonly verificationId: string;
  readonly guarantorId: string;
  balance(): Promise<Balance>;
  /** A card, captured: its token. */
  capture(number?: string): Promise<string>;
  /** An order for `amountCents`, oldest first, with a card freshly captured unless told otherwise. */
  order(amountCents: number, changes?: Partial<PaymentOrder>): Promise<PaymentOrder>;
  pay(order: PaymentOrder, key?: string): Promise<Answer<Payment>>;
}

export const newKey = () => uuidv7();

/** Calls as the patient unless told otherwise, and answers birth date and phone. */
export async function verifiedCall(
  desk: SignedIn,
  persona: Persona = personas.marisol,
  callerRole: 'patient' | 'guest_payer' = 'patient',
): Promise<VerifiedCall> {
  const callId = randomUUID();
  const begun = await desk.value('beginVerification', {
    body: { callId, mrn: persona.mrn, callerRole },
  });
  const { verificationId, guarantorId } = begun;
  const params = { verificationId };
  if (begun.state === 'open') {
    for (const [factor, said] of [
      ['birth_date', persona.birthDate],
      ['phone', persona.phone],
    ] as const) {
      await desk.value('answerFactor', { params, body: { factor, said } });
    }
  }
  const capture: VerifiedCall['capture'] = async (number = cards.approved) => {
    const securityCode = /^3[47]/.test(number) ? '1234' : '123';
    const body = { number, goodThrough: '2032-12', securityCode, postalCode: '94612' };
    return (await desk.value('keepCard', { body })).token;
  };
  return {
    desk,
    callId,
    verificationId,
    guarantorId,
    capture,
    balance: () => desk.value('balance', { params }),
    async order(amountCents, changes = {}) {
      return {
        guarantorId,
        callId,
        verificationId,
        method: changes.method ?? { kind: 'card', token: await capture() },
        amountCents,
        allocation: 'oldest_first',
        duplicateAcknowledged: false,
        ...changes,
      } as PaymentOrder;
    },
    pay: (order, key = newKey()) =>
      desk.ask('submitPayment', { headers: { 'idempotency-key': key }, body: order }),
  };
}
