import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { exceptionGoodUntil } from '#shared/plans/exception.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { hasPlan } from '../plans/open-charges.ts';
import { type Deciding, writeDecision } from './write-decision.ts';

/** Allows a plan of exactly these terms, until a day, once; refused where a plan stands or the terms have passed. */
export async function approvePlanException(trx: Database, deciding: Deciding): Promise<void> {
  const { terms, region, guarantorId } = deciding.request;
  const today = dateIn(regions[region].timeZone, instantOf(deciding.now));
  if (!terms || terms.wish.firstDueOn < today || (await hasPlan(trx, guarantorId))) {
    throw new Refused('approval_over');
  }
  await writeDecision(trx, deciding, { goodUntil: exceptionGoodUntil(terms.wish, today) });
}
