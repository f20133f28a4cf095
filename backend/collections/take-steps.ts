import { sql } from 'kysely';
import { dateIn } from '#shared/calendar/dates.ts';
import { collectionsStandings, holdsOn } from '#shared/collections/steps.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { RunDay } from '../runs/run-step.ts';
import { billLateFee } from './bill-late-fee.ts';
import { type CountedCharge, countedCharges } from './charges.ts';
import { noteStep } from './note-step.ts';
import { orderNotices } from './order-notices.ts';

/**
 * What lifts the marks of a charge on the run's day: that it is paid, or the first hold. A run that is made up for
 * later must not step over a hold that has begun since, so the day it is done on counts too.
 */
function liftedBy({ facts, openCents }: CountedCharge, day: RunDay) {
  if (openCents === 0) return 'paid';
  const { holds } = facts.clock;
  const doneOn = dateIn(regions[day.region].timeZone, day.now);
  return [...holdsOn(holds, day.today), ...holdsOn(holds, doneOn)][0]?.kind;
}

async function liftOrResume(
  trx: Database,
  charge: CountedCharge,
  day: RunDay,
  by: ReturnType<typeof liftedBy>,
): Promise<void> {
  if (charge.steps.length === 0 || (by !== undefined) === charge.isLifted) return;
  if (by) await noteStep(trx, charge, { step: 'lifted', why: by }, day);
  else await noteStep(trx, charge, { step: 'resumed' }, day);
}

/**
 * Does what a guarantor's charges are due for on the run's day, in one transaction that holds the accounts as
 * everything does that pays: marks, fees, notices; and lifts the marks of what is paid or held. Nothing happens
 * twice, whoever else is at it.
 */
export function takeSteps(db: Database, guarantorId: string, day: RunDay): Promise<void> {
  const { region, today } = day;
  return db.transaction().execute(async trx => {
    await sql`SELECT FROM account WHERE guarantor_id = ${guarantorId} ORDER BY account_id FOR UPDATE`.execute(
      trx,
    );
    const noticed: CountedCharge[] = [];
    for (const charge of await countedCharges(trx, { guarantorId, region })) {
      const by = liftedBy(charge, day);
      await liftOrResume(trx, charge, day, by);
      if (by !== undefined) continue;
      for (const { step, state } of collectionsStandings(charge.facts, today)) {
        if (state !== 'due') continue;
        if (step === 'late_fee') await billLateFee(trx, charge, day);
        else if (step !== 'notice') await noteStep(trx, charge, { step }, day);
        else if (!charge.noticeOrdered) noticed.push(charge);
      }
    }
    await orderNotices(trx, guarantorId, noticed, day);
  });
}
