import type { CalendarDate } from '../calendar/dates.ts';
import type { PromiseStanding } from './standing.ts';

/** What can make the clocks of late fees and collections stand still. */
export interface ClockHolds {
  /** How the promise that stands is doing; null where there is none. */
  readonly promise: PromiseStanding | null;
  readonly openApplications: number;
  /** The next instalment of a plan; null where there is none. A plan is kept through that day. */
  readonly planDueOn: CalendarDate | null;
  /** Whether every overdue charge is disputed; a dispute about others holds nothing. */
  readonly allDisputed: boolean;
}

/**
 * Why no late fee is billed and nothing moves towards collections on `today`, the first reason there is;
 * undefined when the clocks run. An open promise holds them through its day; kept or broken it does not: what is
 * still owed is then as overdue as it is (the organization's published policy for extensions; 26 CFR
 * 1.501(r)-6 for applications).
 */
export function clocksStandStill(
  { promise, openApplications, planDueOn, allDisputed }: ClockHolds,
  today: CalendarDate,
): 'application' | 'plan' | 'promise' | 'dispute' | undefined {
  if (openApplications > 0) return 'application';
  if (planDueOn !== null && planDueOn >= today) return 'plan';
  if (promise === 'open') return 'promise';
  return allDisputed ? 'dispute' : undefined;
}
