import type { CalendarDate } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';

/** What happens to a plan after it was agreed. A missed payment is one that is not here. */
export type PlanEvent =
  | {
      readonly kind: 'instalment';
      readonly on: CalendarDate;
      readonly amountCents: Cents;
    }
  /** On top of the instalments: it shortens the plan, and the next instalment stays due. */
  | {
      readonly kind: 'extra';
      readonly on: CalendarDate;
      readonly amountCents: Cents;
    }
  /**
   * A charge of the plan was answered by insurance, awarded, waived or reversed: what is owed changes without a
   * payment. Below zero it adds to the balance. The instalments stay as they are, and there are fewer of them.
   */
  | {
      readonly kind: 'adjustment';
      readonly on: CalendarDate;
      readonly amountCents: Cents;
      readonly of: 'principal' | 'interest';
    }
  | { readonly kind: 'pause'; readonly on: CalendarDate; readonly months: number };
