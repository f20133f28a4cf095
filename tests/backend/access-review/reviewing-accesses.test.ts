import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import type { AccessLook, ListedPattern } from '#shared/contract/access-review.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { marisol, tomas, dmitri } = personas;
let backend: TestBackend;
let supervisor: SignedIn;
let second: SignedIn;

const none = { user: null, patient: null, from: null, to: null, purpose: null, withoutCall: null };

interface Look {
  readonly user: string;
  readonly at: string;
  readonly mrn?: string;
  readonly action?: string;
  readonly call?: boolean;
}

/** Looks as the backend notes them. */
async function look(...looks: Look[]): Promise<void> {
  for (const { user, at, mrn = dmitri.mrn, action = 'found', call = false } of looks) {
    await backend.pool.query(
      `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, mrn, guarantor_id, call_id)
       SELECT gen_random_uuid(), $1, $2, workstation_id, $3, $4, (SELECT guarantor_id FROM patient WHERE mrn = $4), $5
       FROM workstation LIMIT 1`,
      [at, user, action, mrn, call ? randomUUID() : null],
    );
  }
}

/** A day's work without a call, half past nine and on, by the clock of the west coast. */
const times = (count: number, of: Omit<Look, 'at'>, day: string): Look[] =>
  Array.from({ length: count }, (_, index) => ({
    ...of,
    at: `${day}T17:${String(30 + (index % 30)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}Z`,
  }));

beforeAll(async () => {
  // A Friday, half past ten in Oakland.
  backend = await startTestBackend({ at: '2026-11-20T18:30Z' });
  await backend.pool.query(
    `INSERT INTO user_account (user_id, name, role, regions, password_hash, enabled_at)
     SELECT v.user_id, v.name, v.role, regions, password_hash, enabled_at FROM user_account,
       (VALUES ('t.oneil', 'Treasa Dang', 'representative'), ('j.volkova', 'Jana de la Garza', 'representative'),
         ('p.second', 'Paula Second', 'supervisor')) AS v (user_id, name, role)
     WHERE user_account.user_id = 's.lindqvist'`,
  );
  supervisor = await backend.signIn('s.lindqvist');
  second = await backend.signIn('p.second');
});
afterAll(() => backend.stop());

async function looks(filters: object, who = supervisor): Promise<AccessLook[]> {
  const found: AccessLook[] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const body = { filters: { ...none, ...filters }, before: before ?? null };
    const page: { looks: AccessLook[]; earlier: string | null } = await who.value('accessLooks', {
      body,
    });
    found.push(...page.looks);
    before = page.earlier;
  }
  return found;
}

const week = { from: '2026-11-09', to: '2026-11-20' };
const patterns = async (who = supervisor, days = week): Promise<ListedPattern[]> =>
  (await who.value('accessPatterns', { body: days })).patterns;
const ofUser = async (userId: string, pattern: string, who = supervisor) =>
  (await patterns(who)).filter(({ key }) => key.userId === userId && key.pattern === pattern);

describe('who looked at whom', () => {
  it('is listed the latest first, page by page, each look once, and narrowed to what is asked', async () => {
    await look(
      ...times(130, { user: 'r.ames', call: true }, '2026-10-06'),
      { user: 'c.okafor', at: '2026-10-07T18:00Z', action: 'case_read' },
      { user: 'r.ames', at: '2026-10-08T06:59Z', mrn: marisol.mrn },
      { user: 'r.ames', at: '2026-10-08T07:01Z', mrn: marisol.mrn },
    );
    const october = { from: '2026-10-01', to: '2026-10-31' };
    const all = await looks(october);
    expect(all).toHaveLength(133);
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(133);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(await looks({ ...october, user: 'c.okafor' })).toMatchObject([
      { userName: 'Chidi Okafor', purpose: 'case', callId: null, whom: { mrn: dmitri.mrn } },
    ]);
    expect(await looks({ ...october, purpose: 'call' })).toHaveLength(130);
    expect(await looks({ ...october, withoutCall: true })).toHaveLength(3);
    expect(await looks({ ...october, purpose: 'none' })).toHaveLength(2);
    // Midnight in Oakland lies between the two.
    expect(await looks({ from: '2026-10-08', to: '2026-10-08' })).toHaveLength(1);
    expect(await looks({ ...october, patient: marisol.mrn })).toHaveLength(2);
    const named = await looks({ ...october, patient: marisol.familyName.toLowerCase() });
    expect(named.map(({ whom }) => whom.mrn)).toEqual([marisol.mrn, marisol.mrn]);
    expect(await looks({ ...october, patient: "%' OR true --" })).toEqual([]);
  });

  it('is asked for with days that stand the right way round, by supervisors alone, and asking is recorded', async () => {
    const turned = { filters: { ...none, from: '2026-10-31', to: '2026-10-01' }, before: null };
    expect(await supervisor.ask('accessLooks', { body: turned })).toMatchObject({
      ok: false,
      problem: { code: 'search_dates_turned' },
    });
    const representative = await backend.signIn();
    const body = { filters: none, before: null };
    expect(await representative.ask('accessLooks', { body })).toMatchObject({
      ok: false,
      problem: { code: 'not_allowed' },
    });
    await looks({ patient: marisol.mrn });
    const { rows } = await backend.pool.query(
      `SELECT content::json->>'user' AS who, content::json->>'detail' AS by FROM audit_record
       WHERE content LIKE '{"action":"access_review_read"%' ORDER BY number DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ who: 's.lindqvist', by: 'patient' }]);
  });
});

describe('what stands out', () => {
  it('is a family name in common, in any part and with any accent, and not a word that joins names', async () => {
    await look(
      { user: 't.oneil', at: '2026-11-17T18:00Z', mrn: marisol.mrn, call: true },
      { user: 't.oneil', at: '2026-11-17T18:05Z', mrn: tomas.mrn, call: true },
      { user: 'j.volkova', at: '2026-11-17T18:00Z', mrn: marisol.mrn, call: true },
    );
    const own = await ofUser('t.oneil', 'family_name');
    expect(own.map(({ key, nameParts }) => [key.subject, nameParts])).toEqual(
      [marisol, tomas].map(({ mrn }) => [mrn, ['dang']]).toSorted(),
    );
    expect(own[0]).toMatchObject({ userName: 'Treasa Dang', looks: 1, review: null });
    expect(await ofUser('j.volkova', 'family_name')).toEqual([]);
  });

  it('is many looks without a call, more than those of others of the role, with the numbers', async () => {
    await look(
      ...times(12, { user: 'r.ames' }, '2026-11-18'),
      ...times(3, { user: 't.oneil' }, '2026-11-18'),
      ...times(5, { user: 'j.volkova' }, '2026-11-18'),
      ...times(20, { user: 'j.volkova', call: true }, '2026-11-18'),
    );
    expect(await ofUser('r.ames', 'without_call')).toMatchObject([
      { looks: 12, others: 4, colleagues: 2, key: { seenOn: '2026-11-18', subject: '' } },
    ]);
    expect(await ofUser('j.volkova', 'without_call')).toEqual([]);
  });

  it('is a look outside the hours of the region, at a weekend or on a holiday', async () => {
    await look(
      { user: 'c.okafor', at: '2026-11-12T14:59Z', mrn: marisol.mrn },
      { user: 'c.okafor', at: '2026-11-12T15:00Z', mrn: marisol.mrn },
      { user: 'c.okafor', at: '2026-11-14T20:00Z', mrn: marisol.mrn },
      { user: 'c.okafor', at: '2026-11-11T20:00Z', mrn: marisol.mrn },
      { user: 'c.okafor', at: '2026-11-14T03:00Z', mrn: marisol.mrn },
    );
    const found = await ofUser('c.okafor', 'after_hours');
    expect(
      found.map(({ key, hours, looks: n, firstAt }) => [key.seenOn, hours, n, firstAt]),
    ).toEqual([
      ['2026-11-14', 'weekend', 1, '12:00'],
      ['2026-11-13', 'early_or_late', 1, '19:00'],
      ['2026-11-12', 'early_or_late', 1, '06:59'],
      ['2026-11-11', 'holiday', 1, '12:00'],
    ]);
  });

  it('is the same person again and again without a call, counted over a week', async () => {
    await look(
      ...['09', '10', '12', '13'].map(day => ({
        user: 'm.delgado',
        at: `2026-11-${day}T18:00Z`,
        mrn: tomas.mrn,
        action: 'case_read',
      })),
      { user: 'm.delgado', at: '2026-11-13T19:00Z', mrn: tomas.mrn, call: true },
      ...['12', '13', '16'].map(day => ({ user: 'm.delgado', at: `2026-11-${day}T18:00Z` })),
    );
    expect(await ofUser('m.delgado', 'again_and_again')).toMatchObject([
      { key: { subject: tomas.mrn, seenOn: '2026-11-09' }, looks: 4, patients: 1 },
    ]);
  });

  it('does not count what a list of payments brings up beside what was sought', async () => {
    await look(...times(30, { user: 'p.second', action: 'payment_listed' }, '2026-11-19'));
    expect(await ofUser('p.second', 'without_call')).toEqual([]);
  });
});

describe('what was looked at', () => {
  it('is kept with the reason, in the trail, and listed again once there is more of it', async () => {
    await look(...times(11, { user: 'r.ames' }, '2026-11-16'));
    const [found] = (await ofUser('r.ames', 'without_call')).filter(
      ({ key }) => key.seenOn === '2026-11-16',
    );
    if (!found) throw new Error('Nothing stands out.');
    const reviewId = randomUUID();
    const body = { key: found.key, looks: found.looks, reason: 'worked through the mail that day' };
    for (let turn = 0; turn < 2; turn += 1) {
      await supervisor.value('reviewAccess', { params: { reviewId }, body });
    }
    const again = async () =>
      (await ofUser('r.ames', 'without_call')).find(({ key }) => key.seenOn === '2026-11-16');
    expect((await again())?.review).toMatchObject({
      byName: 'Sanna Lindqvist',
      looks: 11,
      reason: body.reason,
    });
    await look({ user: 'r.ames', at: '2026-11-16T19:00Z' });
    expect(await again()).toMatchObject({ looks: 12, review: { looks: 11 } });
    const { rows } = await backend.pool.query(
      `SELECT content::json->>'user' AS who, content::json->>'subject' AS whom, content::json->>'outcome' AS pattern
       FROM audit_record WHERE content LIKE '{"action":"access_reviewed"%'`,
    );
    expect(rows).toEqual([{ who: 's.lindqvist', whom: 'r.ames', pattern: 'without_call' }]);
    await expect(backend.pool.query('DELETE FROM access_review')).rejects.toThrow('never changed');
  });

  it('is never by whoever did it: a supervisor sees their own as for somebody else', async () => {
    await look(...times(15, { user: 's.lindqvist', action: 'payment_read' }, '2026-11-19'));
    const [own] = await ofUser('s.lindqvist', 'without_call');
    expect(own).toMatchObject({ isOwn: true, looks: 15, others: null, colleagues: 0 });
    const body = { key: own?.key, looks: 15, reason: 'I was at it myself' } as never;
    const params = { reviewId: randomUUID() };
    expect(await supervisor.ask('reviewAccess', { params, body })).toMatchObject({
      ok: false,
      problem: { code: 'own_access' },
    });
    expect((await ofUser('s.lindqvist', 'without_call', second))[0]?.isOwn).toBe(false);
    await second.value('reviewAccess', { params, body });
    expect((await ofUser('s.lindqvist', 'without_call'))[0]?.review?.byName).toBe('Paula Second');
  });
});
