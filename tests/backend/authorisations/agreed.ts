import { randomUUID } from 'node:crypto';
import {
  type PaidBy,
  requiredElements,
  WORDING_VERSION,
} from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { VerifiedCall } from '#tests/support/backend-call.ts';
import type { Answer } from '#tests/support/backend-client.ts';
import { captureAccount } from '#tests/support/debit-order.ts';

type Loose<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends object
      ? { [Key in keyof Value]: Loose<Value[Key]> }
      : Value;
/** Terms without the brands of the contract. */
export type Terms = Loose<AuthorisationTerms>;

/** A spoken yes to every element that these terms need. */
export function agreementTo(
  terms: Terms,
  paidBy: PaidBy = 'card',
  agreedAt = '2026-11-21T18:00:00.000Z',
) {
  return {
    wordingVersion: WORDING_VERSION,
    language: 'en' as const,
    recordingReference: 'C-4XK7',
    acknowledged: [...requiredElements(terms as AuthorisationTerms, paidBy)],
    agreedAt,
  };
}

/** Authorises terms on a call, with a card freshly captured unless told otherwise. */
export async function authorise(
  call: VerifiedCall,
  terms: Terms,
  { id = randomUUID(), number }: { id?: string; number?: string } = {},
): Promise<Answer<Authorisation>> {
  const token = await call.capture(number);
  return call.desk.ask('makeAuthorisation', {
    params: { authorisationId: id },
    body: {
      verificationId: call.verificationId,
      method: { kind: 'card', token },
      terms,
      agreement: agreementTo(terms),
    },
  });
}

/** As above; throws when it is refused. */
export async function authorised(...given: Parameters<typeof authorise>): Promise<Authorisation> {
  const answer = await authorise(...given);
  if (!answer.ok) throw new Error(`refused: ${answer.problem.code}`);
  return answer.value;
}

/** Terms that debit a bank account, freshly captured, on a call. */
export async function authoriseDebit(
  call: VerifiedCall,
  terms: Terms,
  acknowledged = agreementTo(terms, 'ach').acknowledged,
): Promise<Answer<Authorisation>> {
  return call.desk.ask('makeAuthorisation', {
    params: { authorisationId: randomUUID() },
    body: {
      verificationId: call.verificationId,
      method: { kind: 'ach', token: await captureAccount(call) },
      terms,
      agreement: { ...agreementTo(terms, 'ach'), acknowledged },
    },
  });
}

/** As above; throws when it is refused. */
export async function debitAuthorised(
  ...given: Parameters<typeof authoriseDebit>
): Promise<Authorisation> {
  const answer = await authoriseDebit(...given);
  if (!answer.ok) throw new Error(`refused: ${answer.problem.code}`);
  return answer.value;
}
