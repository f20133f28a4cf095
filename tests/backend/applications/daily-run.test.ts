import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followAssistance } from '#backend/runs/assistance/steps.ts';
import { personas } from '#backend/seed/personas.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { cents } from '#shared/money/cents.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { applicationDesk, earning, hireCounselors, said } from './application-desk.ts';

const { consuelo } = personas;
let backend: TestBackend;
let runner: Runner;
let owner: SignedIn;
let colleague: SignedIn;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await hireCounselors(backend.pool);
  runner = openRunner(backend, 1_500);
  owner = await backend.signIn('c.okafor');
  colleague = await backend.signIn('c.reyes');
});
afterEach(async () => {
  await expectBooksToAgree(backend.pool);
  await runner.close();
  await backend.stop();
});

/** Bills care, or a premium, at the backend's time. */
async function bill(ledger: 'medical' | 'premium', amountCents: number): Promise<string> {
  const { rows } = await backend.pool.query(
    'SELECT account_id FROM account WHERE guarantor_id = $1 AND ledger = $2 LIMIT 1',
    [consuelo.guarantorId, ledger],
  );
  const { account_id: accountId } = rows[0];
  const chargeId = randomUUID();
  const at = new Date(backend.now()).toISOString();
  await backend.pool.query(
    `INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, billed_cents, insurance)
     VALUES ($1, $2, $3, $4, 'New care', $5, $6, 'none')`,
    [
      chargeId,
      accountId,
      consuelo.guarantorId,
      ledger === 'medical' ? 'office_visit' : 'premium',
      at.slice(0, 10),
      amountCents,
    ],
  );
  const event = ledger === 'medical' ? 'charge_billed' : 'premium_billed';
  const lines = linesOf(event, [{ accountId, chargeId, ledger, amountCents: cents(amountCents) }]);
  await backend.pool.query('SELECT enter_lines($1, $2, $3, $4, $5)', [
    randomUUID(),
    consuelo.guarantorId,
    event,
    JSON.stringify(lines),
    at,
  ]);
  await backend.pool.query(
    'UPDATE account SET balance_cents = balance_cents + $2 WHERE account_id = $1',
    [accountId, amountCents],
  );
  return chargeId;
}

const openCents = async (chargeId: string): Promise<number> =>
  (await backend.pool.query('SELECT open_cents FROM charge WHERE charge_id = $1', [chargeId]))
    .rows[0].open_cents;

const openItems = async (): Promise<string[]> => {
  const { rows } = await backend.pool.query(
    'SELECT kind, due_on::text AS on FROM hardship_item WHERE done_at IS NULL ORDER BY kind',
  );
  return rows.map(({ kind, on }) => `${kind} ${on}`);
};

const turnOn = async (at: string) => {
  backend.moveTo(at);
  const ended = await runner.turn([followAssistance]);
  return ended.find(({ region }) => region === 'SCAL');
};

test('documents that do not come in thirty days end an application, on the day after the last and not before', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.begin();
  await desk.submit();
  expect(await turnOn('2026-12-31T20:00Z')).toMatchObject({ done: 0 });
  expect(await openItems()).toEqual(['documents 2026-12-31']);
  // New Year's day is no business day: the next run is on Monday.
  expect(await turnOn('2027-01-04T20:00Z')).toMatchObject({ done: 1, differenceCents: 0 });
  expect(await openItems()).toEqual([]);
  owner = await backend.signIn('c.okafor');
  expect((await desk.read(owner)).state).toBe('expired');
});

test('care that is billed while an award is valid is helped with by the next run, once, and no premium is', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId, earning(500_000));
  await desk.inReview();
  const decision = { outcome: 'awarded', percent: 75, reason: null } as const;
  expect(said(await desk.decide(colleague, decision))).toBe('awarded');
  const [care, premium] = [await bill('medical', 10_001), await bill('premium', 9_000)];
  expect(await turnOn('2026-12-02T20:00Z')).toMatchObject({
    done: 1,
    cents: 7_501,
    differenceCents: 0,
  });
  expect([await openCents(care), await openCents(premium)]).toEqual([2_500, 9_000]);
  expect(await turnOn('2026-12-03T20:00Z')).toMatchObject({ done: 0, cents: 0 });
  expect(await openCents(care)).toBe(2_500);
  backend.moveTo('2027-11-30T20:00Z');
  const last = await bill('medical', 1_000);
  backend.moveTo('2027-12-01T20:00Z');
  const later = await bill('medical', 1_000);
  await turnOn('2027-12-02T20:00Z');
  expect([await openCents(last), await openCents(later)]).toEqual([250, 1_000]);
});

test('a renewal is spoken of thirty days before an award ends, once, until it ends or is applied for', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.inReview();
  await desk.decide(colleague, { outcome: 'awarded', percent: 100, reason: null });
  await turnOn('2027-10-29T20:00Z');
  expect(await openItems()).toEqual([]);
  await turnOn('2027-11-01T20:00Z');
  await turnOn('2027-11-02T20:00Z');
  expect(await openItems()).toEqual(['renewal 2027-11-30']);
  // Nobody has signed in for most of a year, which switches their account off.
  await backend.pool.query('UPDATE user_account SET enabled_at = $1', [
    new Date(backend.now()).toISOString(),
  ]);
  owner = await backend.signIn('c.okafor');
  const renewal = await desk.begin(owner, randomUUID());
  expect(renewal).toMatchObject({ value: { renews: desk.applicationId } });
  expect(await openItems()).toEqual([]);
  await turnOn('2027-12-01T20:00Z');
  const { rows } = await backend.pool.query(
    `SELECT kind FROM hardship_event WHERE kind IN ('application_renewal_due', 'application_award_ended') ORDER BY at`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual([
    'application_renewal_due',
    'application_award_ended',
  ]);
});

test('a run that is killed while it takes an award off is gone on with, and takes it off once', async () => {
  const desk = await applicationDesk(backend, owner, consuelo.guarantorId, earning(500_000));
  await desk.inReview();
  await desk.decide(colleague, { outcome: 'awarded', percent: 75, reason: null });
  const care = await bill('medical', 10_001);
  backend.moveTo('2026-12-02T20:00Z');
  // Somebody holds the account, so that the run waits in the middle; its connections die there.
  const holder = await backend.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM account WHERE guarantor_id = $1 FOR UPDATE', [
    consuelo.guarantorId,
  ]);
  const dying = runner.turn([followAssistance]).catch((error: unknown) => error);
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
    AND query LIKE '%FROM account%'`;
  await expect
    .poll(async () => (await backend.pool.query(waiting)).rows.length, { timeout: 20_000 })
    .toBe(1);
  await backend.pool.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS held`);
  await holder.query('ROLLBACK');
  holder.release();
  expect(await dying).toBeInstanceOf(Error);
  expect(await openCents(care)).toBe(10_001);
  await expect
    .poll(
      async () => {
        await runner.turn([followAssistance]);
        return openCents(care);
      },
      { timeout: 20_000, interval: 200 },
    )
    .toBe(2_500);
  const { rows } = await backend.pool.query(
    `SELECT state, starts, cents, difference_cents FROM run WHERE kind = 'assistance' AND region = 'SCAL'
       AND business_on = '2026-12-02'`,
  );
  expect(rows).toEqual([{ state: 'done', starts: 2, cents: 7_501, difference_cents: 0 }]);
});
