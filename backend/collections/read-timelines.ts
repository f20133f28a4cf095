import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { AccountTimeline } from '#shared/collections/account-timeline.ts';
import { collectionsStage } from '#shared/collections/stage.ts';
import { collectionsStandings, holdsOn } from '#shared/collections/steps.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { type CountedCharge, countedCharges } from './charges.ts';

/** What of an account is open longest and runs; else, what is open longest. */
function counted(
  charges: readonly CountedCharge[],
  today: CalendarDate,
): CountedCharge | undefined {
  const isRunning = ({ facts }: CountedCharge) => holdsOn(facts.clock.holds, today).length === 0;
  return charges.find(isRunning) ?? charges[0];
}

function timelineOf(
  charges: readonly CountedCharge[],
  today: CalendarDate,
): AccountTimeline | undefined {
  const charge = counted(charges, today);
  if (!charge) return undefined;
  const { accountId, accountNumber, patientName, chargeId, description } = charge;
  const { facts, firstBilledOn, dueOn } = charge;
  const { holds } = facts.clock;
  // Before the first run nothing is behind: it would begin today.
  const steps = collectionsStandings({ ...facts, beganOn: facts.beganOn ?? today }, today);
  return {
    accountId,
    accountNumber,
    ledger: facts.ledger,
    patientName,
    chargeId,
    description,
    firstBilledOn,
    dueOn,
    dueCents: sumCents(charges.map(each => each.openCents)),
    stage: collectionsStage(steps, holds, today),
    holds: holds.filter(({ until }) => until === null || until >= firstBilledOn),
    steps,
  };
}

/** The way of each of a guarantor's accounts on which something is open whose due date has come, the oldest first. */
export async function readTimelines(
  db: Database,
  about: { guarantorId: string; region: RegionCode },
  today: CalendarDate,
): Promise<AccountTimeline[]> {
  const all = await countedCharges(db, about);
  const due = all.filter(({ openCents, dueOn }) => openCents > 0 && dueOn <= today);
  return [...new Set(due.map(each => each.accountId))].flatMap(
    accountId =>
      timelineOf(
        due.filter(each => each.accountId === accountId),
        today,
      ) ?? [],
  );
}
