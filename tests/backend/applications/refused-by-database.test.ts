import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { ApplicationState, applicationMoves } from '#shared/assistance/application-states.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { applicationDesk, hireCounselors } from './application-desk.ts';

const { consuelo } = personas;
let backend: TestBackend;
let owner: SignedIn;
let desk: Awaited<ReturnType<typeof applicationDesk>>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
  await hireCounselors(backend.pool);
  owner = await backend.signIn('c.okafor');
  desk = await applicationDesk(backend, owner, consuelo.guarantorId);
  await desk.inReview();
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await backend.stop();
});

const state = ApplicationState.options;

test('the database knows the same moves as the desk', async () => {
  const { rows } = await backend.pool.query(
    'SELECT from_state, to_state FROM application_move ORDER BY from_state, to_state',
  );
  const known = state
    .flatMap(from => applicationMoves[from].map(to => ({ from_state: from, to_state: to })))
    .sort(
      (a, b) => a.from_state.localeCompare(b.from_state) || a.to_state.localeCompare(b.to_state),
    );
  const sorted = rows.sort(
    (a, b) => a.from_state.localeCompare(b.from_state) || a.to_state.localeCompare(b.to_state),
  );
  expect(sorted).toEqual(known);
});

describe.each(state)('an application that is %s', from => {
  const never = state.filter(to => to !== from && !applicationMoves[from].includes(to));

  test.each(never)('never becomes %s', async to => {
    const client = await backend.pool.connect();
    try {
      // A row in that state, as no move would have brought it there.
      await client.query('BEGIN');
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query(
        `UPDATE assistance_application SET state = $2, appealed_on = state_on, appeal_note = 'That is wrong.'
         WHERE application_id = $1`,
        [desk.applicationId, from],
      );
      await client.query('SET LOCAL session_replication_role = origin');
      await expect(
        client.query('UPDATE assistance_application SET state = $2 WHERE application_id = $1', [
          desk.applicationId,
          to,
        ]),
      ).rejects.toThrow(`never goes from ${from} to ${to}`);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

test('no line of assistance is ever written on a premium, whoever asks for it', async () => {
  const { rows } = await backend.pool.query(
    `SELECT charge_id AS "chargeId", account_id AS "accountId" FROM charge JOIN account USING (account_id)
     WHERE account.guarantor_id = $1 AND ledger = 'premium' AND open_cents > 0`,
    [consuelo.guarantorId],
  );
  const [premium] = rows;
  expect(premium).toBeDefined();
  const line = { ...premium, debitCents: 0, creditCents: 0 };
  for (const receivable of ['premium_receivable', 'medical_receivable']) {
    const lines = [
      { ...line, ledgerAccount: 'charity_care', debitCents: 500 },
      { ...line, ledgerAccount: receivable, creditCents: 500 },
    ];
    await expect(
      backend.pool.query(`SELECT enter_lines($1, $2, 'assistance_awarded', $3, now())`, [
        randomUUID(),
        consuelo.guarantorId,
        JSON.stringify(lines),
      ]),
    ).rejects.toThrow(/never posted on a premium|posted across accounts/);
  }
});

test('nobody who entered an application writes its decision, even past every check of the server', async () => {
  await expect(
    backend.pool.query(
      `INSERT INTO assistance_determination (determination_id, application_id, number, outcome, basis, reason, decided_on,
         decided_at, decided_by, workstation_id)
       VALUES ($1, $2, 1, 'denied', '{}', 'because', '2026-12-01', now(), 'c.okafor', $3)`,
      [randomUUID(), desk.applicationId, owner.workstationId],
    ),
  ).rejects.toThrow('not decided by who entered it');
});
