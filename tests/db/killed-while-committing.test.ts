import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import type { WriteDb } from '#db/handles.ts';
import { auditTrail } from '#db/journal/audit.ts';
import { openJournal } from '#db/journal/open-journal.ts';
import { allocationsOf, attemptHistory, openAttempts } from '#db/journal/payment-attempts.ts';
import { allocatedCents } from '#shared/payments/allocation.ts';
import { fileOptions, journalFor } from './desk-files.ts';
import { beginCall } from './rows.ts';

const child = fileURLToPath(new URL('./committing-desk.ts', import.meta.url));

function journalWithCall() {
  const options = fileOptions('journal');
  const db = openJournal(options);
  beginCall(db);
  db.close();
  return options;
}

/** Lets a desk commit payments until it is killed; gives whether it was, in place of ending by itself. */
async function isKilled(path: string, ...how: string[]): Promise<boolean> {
  const desk = spawn(process.execPath, [child, path, ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = once(desk, 'exit');
  if (how.length === 0) {
    await once(desk.stdout, 'data');
    await wait(5);
    desk.kill('SIGKILL');
  }
  const [code] = await died;
  return code !== 0;
}

function expectEveryAttemptWhole(db: WriteDb): void {
  for (const attempt of openAttempts(db)) {
    expect(attempt.state).toBe('ready');
    expect(allocatedCents(allocationsOf(db, attempt.key))).toBe(attempt.amountCents);
    expect(auditTrail(db, attempt.key)).toHaveLength(1);
    expect(attemptHistory(db, attempt.key)).toHaveLength(1);
  }
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const attempts = openAttempts(db).length;
  expect(count('attempt_allocation')).toBe(attempts * 3);
  expect(count('local_audit')).toBe(attempts);
  expect(count('attempt_state_change')).toBe(attempts);
  expect(db.pragma('foreign_key_check')).toEqual([]);
}

describe('a desk that is killed while it commits a payment', () => {
  test.each([
    ['after the attempt was written, before its parts', 'payment_attempt', '1', 0],
    ['in the middle of the parts', 'attempt_allocation', '2', 0],
    ['at the audit record, just before the commit', 'local_audit', '1', 0],
    ['in the middle of the fourth payment', 'attempt_allocation', '11', 3],
  ])('%s, keeps all of a payment or nothing', async (_, table, which, committed) => {
    const options = journalWithCall();
    expect(await isKilled(options.path, table, which)).toBe(true);
    const db = journalFor(options);
    expect(openAttempts(db)).toHaveLength(committed);
    expectEveryAttemptWhole(db);
  });

  it('at any moment, keeps all of every payment it kept', async () => {
    const options = journalWithCall();
    expect(await isKilled(options.path)).toBe(true);
    const db = journalFor(options);
    expect(openAttempts(db).length).toBeGreaterThan(2);
    expectEveryAttemptWhole(db);
  });
});
