import type { CalendarDate } from '../calendar/dates.ts';
import type { AccountTimeline, CollectionsStage } from './account-timeline.ts';
import type { HoldPeriod } from './running-days.ts';
import { holdsOn, type StepStanding } from './steps.ts';

const stages: readonly CollectionsStage[] = [
  'service_hold',
  'extraordinary_action',
  'referral',
  'past_due',
];

/** Where something stands by its steps: the furthest that was taken or is due, unless a hold stops it today. */
export function collectionsStage(
  steps: readonly StepStanding[],
  holds: readonly HoldPeriod[],
  today: CalendarDate,
): CollectionsStage {
  if (holdsOn(holds, today).length > 0) return 'held';
  const reached = steps.filter(({ state }) => state === 'happened' || state === 'due');
  return stages.find(stage => reached.some(({ step }) => step === stage)) ?? 'in_good_standing';
}

/** Of several accounts the one that is furthest on its way; a held one only where nothing else moves. */
export function furthestAccount(accounts: readonly AccountTimeline[]): AccountTimeline | undefined {
  const order: readonly CollectionsStage[] = [...stages, 'held'];
  const rank = ({ stage }: AccountTimeline) =>
    order.includes(stage) ? order.indexOf(stage) : order.length;
  return [...accounts].sort((one, other) => rank(one) - rank(other))[0];
}
