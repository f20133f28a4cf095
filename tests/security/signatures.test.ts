import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newAuditKey } from '#backend/audit/signing-key.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { type SignedIn, signIn } from '#tests/support/backend-client.ts';
import { addSupervisor, closeBusinessDay, readBusinessDay } from '#tests/support/business-days.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-audit-'));
const audit = { key: newAuditKey(), folder, sealEveryMs: 50 };
const reason = 'looked at the statement';

let backend: TestBackend;
let supervisor: SignedIn;
let day: ReconciledDay;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', audit });
  await paidCards(backend, [5_000, 700]);
  await addSupervisor(backend);
  backend.moveTo('2026-11-24T20:00-08:00');
});
beforeEach(async () => {
  supervisor = await backend.signIn('s.lindqvist');
  day = await readBusinessDay(supervisor, '2026-11-24');
});
afterAll(async () => {
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Asked = ReturnType<SignedIn['ask']>;
const codeOf = async (asked: Asked) => {
  const answer = await asked;
  return answer.ok ? 'done' : answer.problem.code;
};
const count = async (table: string): Promise<number> =>
  (await backend.pool.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count;

/** Something is taken away from a supervisor while what they ask for is under way: they were one when they asked. */
async function whileLosing(change: string, ask: () => Asked): Promise<string> {
  const { rows } = await backend.pool.query(
    `SELECT role, regions FROM user_account WHERE user_id = 's.lindqvist'`,
  );
  const client = await backend.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`UPDATE user_account SET ${change} WHERE user_id = 's.lindqvist'`);
    const answer = codeOf(ask());
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%user_account%'`;
    await expect
      .poll(async () => (await backend.pool.query(waiting)).rowCount, { timeout: 20_000 })
      .toBe(1);
    await client.query('COMMIT');
    return await answer;
  } finally {
    await client.query('ROLLBACK');
    await client.query(
      `UPDATE user_account SET role = $1, regions = $2 WHERE user_id = 's.lindqvist'`,
      [rows[0].role, rows[0].regions],
    );
    client.release();
  }
}

const losses = [`role = 'representative'`, `regions = array_remove(regions, 'NCAL')`] as const;

describe.each(losses)('whoever loses %s while they ask', loss => {
  async function someCase(): Promise<string> {
    const { rows } = await backend.pool.query(
      `INSERT INTO exception_case (kind, subject, guarantor_id, opened_at)
       SELECT 'recording', gen_random_uuid(), guarantor_id, date_trunc('second', now()) FROM guarantor WHERE region = 'NCAL' LIMIT 1
       RETURNING case_id`,
    );
    return rows[0].case_id;
  }

  test('takes, hands over and resolves no exception', async () => {
    const params = { caseId: await someCase() };
    const asks: (() => Asked)[] = [
      () => supervisor.ask('takeException', { params }),
      () => supervisor.ask('handOverException', { params, body: { to: 's.moreau', note: reason } }),
      () => supervisor.ask('resolveException', { params, body: { reason } }),
    ];
    for (const ask of asks) expect(await whileLosing(loss, ask)).toBe('not_allowed');
    const { rows } = await backend.pool.query(
      'SELECT owner, resolved_at AS resolved FROM exception_case WHERE case_id = $1',
      [params.caseId],
    );
    expect(rows).toEqual([{ owner: null, resolved: null }]);
  });

  test('closes no day, and corrects none', async () => {
    expect(await whileLosing(loss, () => closeBusinessDay(supervisor, day))).toBe('not_allowed');
    expect(await count('closed_day')).toBe(0);
    const asked = {
      params: { region: 'NCAL', day: '2026-11-24', correctionId: randomUUID() },
      body: { stage: 'taken', method: 'card', amountCents: 100, paymentKey: null, reason },
    };
    expect(await whileLosing(loss, () => supervisor.ask('correctDay', asked as never))).toBe(
      'not_allowed',
    );
  });

  test('reviews no access', async () => {
    const key = { pattern: 'without_call', userId: 'r.ames', subject: '', seenOn: '2026-11-24' };
    const asked = { params: { reviewId: randomUUID() }, body: { key, looks: 1, reason } };
    expect(await whileLosing(loss, () => supervisor.ask('reviewAccess', asked as never))).toBe(
      'not_allowed',
    );
    expect(await count('access_review')).toBe(0);
  });
});

test('a word about what is no row of the day is not signed, whatever it says', async () => {
  for (const about of ['4242 4242 4242 4242', 'taken card, nearly', '__proto__']) {
    const asked = closeBusinessDay(supervisor, day, [{ about, reason }]);
    expect(await asked).toMatchObject({ problem: { code: 'bad_request', field: 'notes' } });
  }
  expect(await count('closed_day')).toBe(0);
});

test('a day signed on two servers at once is signed once, and the other hears by whom', async () => {
  const another = await backend.startAnother({ audit });
  const other = await signIn(another.url, 's.moreau');
  const answers = await Promise.all([supervisor, other].map(desk => closeBusinessDay(desk, day)));
  const refused = answers.flatMap(answer => (answer.ok ? [] : [answer.problem]));
  expect(refused).toMatchObject([{ code: 'day_closed', heldBy: expect.stringMatching(/^S/) }]);
  expect(await count('closed_day')).toBe(1);
});

test('ten wrong passwords at the signature lock whoever guesses, at once or one by one, and the right one signs nothing', async () => {
  const next = { ...day, businessOn: '2026-11-25' } as ReconciledDay;
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(closeBusinessDay(supervisor, next, [], 'guessed'))),
  );
  expect(guesses.filter(code => code === 'wrong_password')).toHaveLength(10);
  expect(guesses.filter(code => code === 'sign_in_locked')).toHaveLength(10);
  expect(await codeOf(closeBusinessDay(supervisor, next, []))).toBe('sign_in_locked');
  expect(await count('closed_day')).toBe(1);
  const { rows } = await backend.pool.query(
    `SELECT outcome, count(*)::int AS count FROM sign_in_event
     WHERE user_id = 's.lindqvist' AND outcome <> 'succeeded' GROUP BY outcome ORDER BY outcome`,
  );
  expect(rows).toEqual([
    { outcome: 'bad_credentials', count: 10 },
    { outcome: 'sign_in_locked', count: 11 },
  ]);
});
