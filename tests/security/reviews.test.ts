import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { PatternKey } from '#shared/contract/access-review.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const day = '2026-11-18';
const { mrn } = personas.marisol;
let backend: TestBackend;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-20T18:30Z' });
  supervisor = await backend.signIn('s.lindqvist');
  await backend.pool.query(
    `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, mrn, guarantor_id)
     SELECT gen_random_uuid(), $1::timestamptz + n * interval '1 minute', 'r.ames', $2, 'found', mrn, guarantor_id
     FROM generate_series(1, 12) AS n, patient WHERE mrn = $3`,
    [`${day}T18:00Z`, supervisor.workstationId, mrn],
  );
});
afterAll(() => backend.stop());

type Key = { [Field in keyof PatternKey]: string };
const many: Key = { pattern: 'without_call', userId: 'r.ames', subject: '', seenOn: day };

async function review(key: Key, looks: number, reason = 'worked through the mail that day') {
  const asked = { params: { reviewId: randomUUID() }, body: { key, looks, reason } };
  const answer = await supervisor.ask('reviewAccess', asked as never);
  return answer.ok ? 'kept' : answer.problem.code;
}

async function listed() {
  const { patterns } = await supervisor.value('accessPatterns', { body: { from: day, to: day } });
  return patterns.find(({ key }) => key.pattern === 'without_call' && key.userId === 'r.ames');
}

const kept = async () =>
  (await backend.pool.query('SELECT count(*)::int AS count FROM access_review')).rows[0].count;

test('looks that nobody has had yet are not reviewed in advance', async () => {
  expect(await listed()).toMatchObject({ looks: 12, review: null });
  expect(await review(many, 1_000_000)).toBe('not_found');
  expect(await review({ ...many, seenOn: '2026-11-19' }, 1)).toBe('not_found');
  expect(await review({ ...many, seenOn: '9999-12-31' }, 1)).toBe('not_found');
  expect(await kept()).toBe(0);
});

test('looks at people of another region are reviewed by whoever serves it, and the others hear nothing of them', async () => {
  const { regions } = supervisor.session.user;
  const serves = (served: readonly string[]) =>
    backend.pool.query(`UPDATE user_account SET regions = $1 WHERE user_id = 's.lindqvist'`, [
      served,
    ]);
  const week: Key = { ...many, pattern: 'again_and_again', subject: mrn, seenOn: '2026-11-16' };
  await serves(['HI']);
  expect(await listed()).toBeUndefined();
  const ofAnother = await review(week, 4);
  expect(ofAnother).toBe(await review({ ...week, subject: '99999999' }, 4));
  expect(ofAnother).toBe(await review({ ...week, userId: 'nobody' }, 4));
  expect(ofAnother).toBe('not_found');
  await serves(regions);
  expect(await review(week, 4)).toBe('kept');
});

test('a review holds no card number, and no reason that says nothing', async () => {
  const before = await kept();
  expect(await review(many, 12, 'paid with 4242 4242 4242 4242')).toBe('card_in_reason');
  const nothing = ['', ' ', '\t\n', 'x', '\u00a0'.repeat(40), '\u200b'.repeat(40)];
  for (const reason of [...nothing, 'x'.repeat(10_000)]) {
    expect(await review(many, 12, reason)).toBe('bad_request');
  }
  expect(await kept()).toBe(before);
});

test('a review of looks in one region leaves those in the others to whoever serves them', async () => {
  await backend.pool.query(
    `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, mrn, guarantor_id)
     SELECT gen_random_uuid(), $1::timestamptz + n * interval '1 minute', 'r.ames', $2, 'found', mrn, guarantor_id
     FROM generate_series(1, 20) AS n, (SELECT mrn, guarantor_id FROM patient JOIN guarantor USING (guarantor_id)
       WHERE region = 'HI' LIMIT 1) AS somebody`,
    [`${day}T20:00Z`, supervisor.workstationId],
  );
  await backend.pool.query(
    `INSERT INTO user_account SELECT (jsonb_populate_record(one,
       '{"user_id": "s.kealoha", "name": "Sue Kealoha", "regions": ["HI"]}')).*
     FROM user_account AS one WHERE user_id = 's.lindqvist'`,
  );
  const own = supervisor;
  supervisor = await backend.signIn('s.kealoha');
  expect(await listed()).toMatchObject({ looks: 20, review: null });
  expect(await review(many, 20)).toBe('kept');
  expect(await listed()).toMatchObject({ looks: 20, review: { looks: 20 } });
  supervisor = own;
  expect(await listed()).toMatchObject({ looks: 32, review: null });
  expect(await review(many, 32)).toBe('kept');
  expect(await listed()).toMatchObject({ looks: 32, review: { looks: 32 } });
});
