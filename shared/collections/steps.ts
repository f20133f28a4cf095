import type { LedgerKind } from '../billing/account.ts';
import type { ChargeKind } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import type { HoldPeriod } from './running-days.ts';
import { type CollectionsClock, type CollectionsStep, collectionsTimeline } from './timeline.ts';

/**
 * How a step stands. `due` waits for the next run; `left_out` fell before collections began here, or follows what
 * did, and is not made up for.
 */
export type StepState = 'happened' | 'due' | 'comes' | 'stands_still' | 'left_out';

export interface StepStanding {
  readonly step: CollectionsStep;
  /** Since when, or from when on; null while nobody can say. */
  readonly on: CalendarDate | null;
  readonly state: StepState;
}

/** What is known of one open charge that is counted. */
export interface CollectionsFacts {
  readonly clock: CollectionsClock;
  readonly ledger: LedgerKind;
  readonly kind: ChargeKind;
  /** The day the region's collections began on here; null before their first run. */
  readonly beganOn: CalendarDate | null;
  /** The days of the steps that were taken. */
  readonly taken: Readonly<Partial<Record<CollectionsStep, CalendarDate>>>;
}

const ofPremiums: readonly CollectionsStep[] = ['past_due', 'late_fee', 'referral'];
const feeless: readonly ChargeKind[] = ['late_fee', 'finance_charge'];
const noMoney: readonly CollectionsStep[] = ['past_due', 'referral'];

/** Those of the holds that a clock stands still for on `today`. */
export function holdsOn<Hold extends HoldPeriod>(
  holds: readonly Hold[],
  today: CalendarDate,
): Hold[] {
  return holds.filter(({ from, until }) => from <= today && (until === null || today <= until));
}

/** What a clock stands still for from `today` on; where all of it ends with `today`, what stands still for that day. */
export function holdsFrom<Hold extends HoldPeriod>(
  holds: readonly Hold[],
  today: CalendarDate,
): Hold[] {
  const still = holdsOn(holds, today);
  const goingOn = still.filter(({ until }) => until === null || today < until);
  return goingOn.length > 0 ? goingOn : still;
}

function applies(step: CollectionsStep, { ledger, kind }: CollectionsFacts): boolean {
  if (ledger === 'premium' && !ofPremiums.includes(step)) return false;
  return step !== 'late_fee' || !feeless.includes(kind);
}

/**
 * How each step that there is for a charge stands on `today`, a date of its region. Premiums end with a referral:
 * what follows it are rules of hospital care (26 CFR 1.501(r)-6). A fee or interest earns no late fee.
 */
export function collectionsStandings(facts: CollectionsFacts, today: CalendarDate): StepStanding[] {
  const { clock, taken, beganOn } = facts;
  const still = holdsOn(clock.holds, today).length > 0;
  let withoutNotice = false;
  return collectionsTimeline(clock)
    .filter(({ step }) => applies(step, facts))
    .map(({ step, on }): StepStanding => {
      const since = taken[step];
      if (since !== undefined) return { step, on: since, state: 'happened' };
      const before = on !== null && beganOn !== null && on < beganOn;
      if (before && noMoney.includes(step)) return { step, on, state: 'happened' };
      if (before && step === 'notice') withoutNotice = true;
      const follows = step === 'service_hold' || step === 'extraordinary_action';
      if (follows ? withoutNotice : before) return { step, on: null, state: 'left_out' };
      // Nothing follows a notice that has not left, whatever its day.
      const waits = follows && taken.notice === undefined;
      if (still) return { step, on, state: 'stands_still' };
      return { step, on, state: on !== null && on <= today && !waits ? 'due' : 'comes' };
    });
}
