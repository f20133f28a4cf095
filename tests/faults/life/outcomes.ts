import type { RefusalReason } from '#shared/desk/refusal.ts';
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

/** What else goes wrong while the payment is under way. */
export const mishaps = [
  'nothing',
  'desk killed',
  'backend killed',
  'disk full',
  'database locked',
] as const;
export type Mishap = (typeof mishaps)[number];

/** What goes wrong with one payment, and with which card it is made. */
export interface Plan {
  readonly card: Card;
  /** On the way from the desk to the backend, and from there to the processor. */
  readonly toBackend: Fault;
  readonly toProcessor: Fault;
  readonly mishap: Mishap;
  readonly mishapAfterMs: number;
}

/** Every state that a payment may end in when this goes wrong with it. */
export function outcomesOf({ card, toBackend, toProcessor, mishap }: Plan): PaymentState[] {
  const answered = card === 'good' ? 'approved' : 'declined';
  const ways = [arrives[toBackend], arrives[toProcessor]];
  if (ways.includes('never')) return ['not_charged'];
  if (ways.includes('perhaps') || mishap !== 'nothing') return [answered, 'not_charged'];
  return [answered];
}

/** Whether nothing at all goes wrong that the desk would notice. */
function isPlain({ toBackend, toProcessor, mishap }: Plan): boolean {
  const unnoticed = (fault: Fault) => fault === 'pass' || fault.startsWith('duplicate');
  return unnoticed(toBackend) && unnoticed(toProcessor) && mishap === 'nothing';
}

/** What the desk may say of an attempt when it has done what it could at once. */
export function saidAtOnce(plan: Plan): PaymentState[] {
  if (isPlain(plan)) return outcomesOf(plan);
  const unwritten = plan.mishap === 'disk full' || plan.mishap === 'database locked';
  return [...outcomesOf(plan), 'unknown', ...(unwritten ? (['sent'] as const) : [])];
}

/** With which reasons the desk may refuse the payment instead, besides for one that is open. */
export function refusalsOf({ mishap }: Plan): RefusalReason[] {
  if (mishap === 'disk full') return ['disk_full'];
  if (mishap === 'database locked') return ['journal_failed'];
  return mishap === 'backend killed' ? ['unreachable'] : [];
}
