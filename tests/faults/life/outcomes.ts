import type { PaymentState } from '#shared/payments/states.ts';
import type { Fault } from '#tools/faults/line-faults.ts';

/** Whether the program at the other end gets to work on a request that meets a fault. */
export const arrives: Readonly<Record<Fault, 'surely' | 'perhaps' | 'never'>> = {
  pass: 'surely',
  drop_after: 'surely',
  delay: 'surely',
  hold_reply: 'surely',
  duplicate: 'surely',
  duplicate_late: 'surely',
  truncate: 'surely',
  status_500_after: 'surely',
  other_payment: 'surely',
  reset: 'perhaps',
  deliver_late: 'perhaps',
  reorder: 'perhaps',
  drop_before: 'never',
  status_500: 'never',
  status_429: 'never',
  redirect: 'never',
  nonsense: 'never',
};

export type Card = 'good' | 'bad';
export type Killed = 'desk' | 'backend' | 'nobody';

/** What goes wrong with one payment, and with which card it is made. */
export interface Plan {
  readonly card: Card;
  /** On the way from the desk to the backend, and from there to the processor. */
  readonly toBackend: Fault;
  readonly toProcessor: Fault;
  readonly killed: Killed;
  readonly killedAfterMs: number;
}

/** Every state that a payment may end in when this goes wrong with it. */
export function outcomesOf({ card, toBackend, toProcessor, killed }: Plan): PaymentState[] {
  const answered = card === 'good' ? 'approved' : 'declined';
  const ways = [arrives[toBackend], arrives[toProcessor]];
  if (ways.includes('never')) return ['not_charged'];
  if (ways.includes('perhaps') || killed !== 'nobody') return [answered, 'not_charged'];
  return [answered];
}

/** Whether nothing at all goes wrong that the desk would notice. */
export function isPlain({ toBackend, toProcessor, killed }: Plan): boolean {
  const unnoticed = (fault: Fault) => fault === 'pass' || fault.startsWith('duplicate');
  return unnoticed(toBackend) && unnoticed(toProcessor) && killed === 'nobody';
}
