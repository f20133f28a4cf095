import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connectForWriting } from '#db/open.ts';
import type { Child } from './child.ts';
import type { DeskSeat } from './desk-seat.ts';
import type { JournalFailures } from './journal-failures.ts';
import { unlessGone } from './seat.ts';

const LONGEST_FULL_MS = 3_000;
const LONGEST_LOCKED_MS = 1_500;

/** Goes on until the desk has met the fault, or is gone, or for as long as is allowed; whether it was met. */
async function met(
  desk: Child<'ready'>,
  kind: keyof JournalFailures,
  mostMs: number,
): Promise<boolean> {
  const times = async () => (await unlessGone(desk.ask<JournalFailures>('failures')))?.[kind];
  const before = await times();
  for (const until = Date.now() + mostMs; Date.now() < until; await wait(25)) {
    const now = await times();
    if (now === undefined || before === undefined) return false;
    if (now > before) return true;
  }
  return false;
}

/** Leaves the desk no room until a write of its journal has failed for it; whether one did. */
export async function fillDisk(desk: DeskSeat, mostMs = LONGEST_FULL_MS): Promise<boolean> {
  const running = await desk.running();
  await unlessGone(running.ask('fillDisk'));
  const failed = await met(running, 'disk_full', mostMs);
  await unlessGone(running.ask('makeRoom'));
  return failed;
}

/** Holds the desk's journal from outside until a write has failed for it; whether one did. */
export async function lockJournal(desk: DeskSeat, mostMs = LONGEST_LOCKED_MS): Promise<boolean> {
  const { folder, key } = desk;
  const running = await desk.running();
  const holder = connectForWriting({ path: join(folder, 'journal.db'), key, migrations: '' });
  try {
    holder.pragma('busy_timeout = 0');
    holder.exec('BEGIN IMMEDIATE');
    const failed = await met(running, 'database_locked', mostMs);
    holder.exec('ROLLBACK');
    return failed;
  } catch (trouble) {
    // The desk was just writing; it was the holder who found the file locked.
    if (String(Object(trouble).code).startsWith('SQLITE_BUSY')) return false;
    throw trouble;
  } finally {
    holder.close();
  }
}
