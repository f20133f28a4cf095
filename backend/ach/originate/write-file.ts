import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { readAch } from '#shared/ach/read-ach.ts';
import { writeAchFile } from '#shared/ach/write/write-ach-file.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import type { AchParts } from '../ach-parts.ts';
import { type BankAndZone, lastCutOff } from './cut-offs.ts';
import { debitsDue, debitsSent } from './debits-due.ts';
import { keepFile } from './keep-file.ts';
import type { CutOff } from './outgoing.ts';
import { type FilePlace, modifierAfter, planOf } from './plan-file.ts';
import { setAside } from './set-aside.ts';

const HIGHEST_SEQUENCE = 9_999_999;

/** Waits for this bank's turn; undefined when the file of this cut-off is written already. */
async function takeTurn(
  trx: Database,
  odfi: string,
  cutOff: CutOff,
  now: number,
): Promise<FilePlace | undefined> {
  const at = instantOf(now);
  const createdOn = dateIn(cutOff.timeZone, at);
  await sql`INSERT INTO ach_bank (odfi_routing) VALUES (${odfi}) ON CONFLICT DO NOTHING`.execute(
    trx,
  );
  await sql`SELECT FROM ach_bank WHERE odfi_routing = ${odfi} FOR UPDATE`.execute(trx);
  const { rows } = await sql<{ next: number; today: number; written: boolean }>`
    SELECT next_sequence AS next,
      (SELECT count(*) FROM ach_file WHERE odfi_routing = ${odfi} AND created_on = ${createdOn}) AS today,
      EXISTS (SELECT FROM ach_file WHERE odfi_routing = ${odfi} AND time_zone = ${cutOff.timeZone}
        AND business_day >= ${cutOff.businessDay}) AS written
    FROM ach_bank WHERE odfi_routing = ${odfi}`.execute(trx);
  const [bank] = rows;
  if (!bank || bank.written) return undefined;
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(cutOff.timeZone);
  return {
    createdOn,
    createdAt: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    fileIdModifier: modifierAfter(bank.today),
    firstSequence: bank.next,
  };
}

/** Trace numbers begin again when what is left of them is not enough for a file. */
function placeFor(place: FilePlace, entries: number): FilePlace {
  const fits = place.firstSequence + entries - 1 <= HIGHEST_SEQUENCE;
  return fits ? place : { ...place, firstSequence: 1 };
}

/**
 * Commits the file of the last cut-off of one bank and zone, with its entries and what becomes of their
 * payments, in one transaction. Gives the number of entries: none where nothing is due or it is written.
 */
export async function writeDueFile(parts: AchParts, group: BankAndZone): Promise<number> {
  const { db, clock, seal, credits } = parts;
  const now = clock();
  const cutOff = lastCutOff(group, now);
  return db.transaction().execute(async trx => {
    const turn = await takeTurn(trx, group.originator.odfiRouting, cutOff, now);
    if (!turn) return 0;
    const due = [...(await debitsDue(trx, cutOff)), ...((await credits?.due(trx, cutOff)) ?? [])];
    const ready = await setAside(parts, trx, due, group.originator, cutOff);
    if (ready.length === 0) return 0;
    const place = placeFor(turn, ready.length);
    const file = writeAchFile(planOf(ready, group.originator, place));
    // What we send is held to what we ask of others.
    if (!readAch(file.text).ok) throw new Error('A Nacha file was written that does not hold.');
    const fileId = uuidv7();
    const { originator } = group;
    await keepFile(trx, { fileId, originator, cutOff, place, file, ready, now, seal });
    await debitsSent(trx, fileId, instantOf(now));
    const refunds = ready.flatMap(({ outgoing }) => outgoing.refundId ?? []);
    if (refunds.length > 0) await credits?.sent(trx, refunds, now);
    return ready.length;
  });
}
