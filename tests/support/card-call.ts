import { personas } from '#backend/seed/personas.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { PaymentDraft } from '#shared/desk/payment-calls.ts';
import { cents } from '#shared/money/cents.ts';
import { isOpen } from '#shared/payments/states.ts';
import type { TestBackend } from './test-backend.ts';
import type { TestDesk } from './test-desk.ts';

export const goodCard = {
  number: '4242 4242 4242 4242',
  expiry: '04/31',
  securityCode: '123',
  postalCode: '94612',
};

const { marisol } = personas;

/** What Marisol owes in all. */
export const MARISOL_OWES = cents(128_460);

/** Part of her bill, split by the oldest-first rule. */
export const partOfTheBill: PaymentDraft = {
  amountCents: cents(10_000),
  allocation: 'oldest_first',
  duplicateAcknowledged: false,
  totalSeenCents: MARISOL_OWES,
};

/** Signs in, starts a call, finds Marisol, or whoever is told, and verifies them. */
export async function verifiedCall(
  { value }: TestDesk,
  userId = 'r.ames',
  { mrn, birthDate, phone }: (typeof personas)[keyof typeof personas] = marisol,
): Promise<void> {
  await value('session.signIn', { userId, password: 'sandbox-only' });
  await value('call.start', { language: 'en', interpreter: false, tty: false });
  await value('patients.choose', { mrn });
  await value('verification.begin', { callerRole: 'patient' });
  await value('verification.answer', { factor: 'birth_date', said: birthDate });
  await value('verification.answer', { factor: 'phone', said: phone });
}

/** Opens the capture, types a card, and leaves its token with the desk. */
export async function captureCard({ value }: TestDesk, card = goodCard): Promise<void> {
  const bounds = { x: 0, y: 0, width: 380, height: 260 };
  await value('capture.open', { bounds, scheme: 'light', method: 'card' });
  const { faults } = await value('capture.submit', card);
  if (Object.keys(faults).length > 0)
    throw new Error(`The card was refused: ${JSON.stringify(faults)}`);
}

/** Waits until the outcome of the call's last attempt is known. */
export async function truthOf({ value }: TestDesk, key: Attempt['key']): Promise<Attempt> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const attempt = await value('payments.outcome', { key });
    if (!isOpen(attempt.state) || Date.now() > deadline) return attempt;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** What the processor, the backend and the ledger each say about money that moved. */
export async function moneyMoved({ pool }: TestBackend) {
  const one = async (sql: string) => Number((await pool.query(sql)).rows[0].n);
  return {
    processorCharges: await one('SELECT count(*) n FROM sandbox_processor.charge'),
    processorCents: await one(
      'SELECT coalesce(sum(amount_cents), 0) n FROM sandbox_processor.charge WHERE voided_at IS NULL',
    ),
    ledgerCents: await one(
      `SELECT coalesce(sum(debit_cents - credit_cents), 0) n FROM ledger_line WHERE ledger_account = 'card_clearing'`,
    ),
    approvedCents: await one(
      `SELECT coalesce(sum(amount_cents), 0) n FROM payment WHERE source = 'desk' AND state = 'approved'`,
    ),
  };
}
