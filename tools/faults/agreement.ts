import { movesBetween, type PaymentState } from '#shared/payments/states.ts';
import type { Books } from './books.ts';
import type { KeptAttempt } from './journals.ts';

/** What a person was shown of each attempt when it was confirmed. */
export type Shown = ReadonlyMap<string, PaymentState>;

/** The attempts as the desks tell them, by their keys. */
type Told = ReadonlyMap<string, KeptAttempt>;

const taken: readonly (PaymentState | undefined)[] = [
  'approved',
  'originated',
  'posted',
  'settled',
];

/** Whether somebody who tells this state says that a charge exists: a voided one still does in the processor. */
export function stands(key: string, state: PaymentState | undefined, { payments }: Books): boolean {
  const isCard = payments.get(key)?.method !== 'ach';
  return taken.includes(state) || (isCard && state === 'voided');
}

/** The desk may not have heard yet that the bank was sent it. */
const asTheDeskSaysIt = (state: PaymentState | undefined) =>
  state === 'originated' ? 'approved' : state;

/** Whether anybody tells another state or another amount than the others, in a way not counted elsewhere. */
export function differs(
  key: string,
  told: Told,
  { payments, charges }: Books,
  shown: Shown,
): boolean {
  const [attempt, payment] = [told.get(key), payments.get(key)];
  const made = charges.get(key) ?? [];
  const seen = shown.get(key);
  if (seen && !(attempt && movesBetween(seen, attempt.state))) return true;
  const unheard = attempt?.state === 'not_charged' && !payment;
  if (asTheDeskSaysIt(attempt?.state) !== asTheDeskSaysIt(payment?.state) && !unheard) return true;
  if (made.some(({ method }) => method !== payment?.method)) return true;
  if (made.some(({ isVoided }) => isVoided !== (payment?.state === 'voided'))) return true;
  const amounts = [attempt, payment, ...made].flatMap(each => (each ? [each.amountCents] : []));
  return new Set(amounts).size > 1;
}
