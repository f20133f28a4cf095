import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Debtor } from './debtors.ts';
import type { Habit } from './habits.ts';
import type { Rest } from './second-opinion.ts';

/** A payment that was really taken. */
export interface Made {
  readonly key: string;
  readonly on: CalendarDate;
  readonly cents: number;
  readonly by: 'card' | 'ach';
  readonly comesBack: boolean;
}

/** A plan, who pays it, and what was done. */
export interface Life {
  readonly debtor: Debtor;
  readonly habit: Habit;
  readonly by: 'card' | 'ach';
  readonly plan: AgreedPlan;
  readonly made: Made[];
  /** When its payments rested, and for how many months. */
  rest?: Rest;
  /** Whether all that was paid was what had been agreed, to the cent and the day. */
  exact: boolean;
}
