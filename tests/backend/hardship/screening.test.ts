import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, openPool } from '#backend/database/connect.ts';
import {
  isEligibleForDiscount,
  newestScreening,
} from '#backend/hardship/screening/read-screening.ts';
import { addDays } from '#shared/calendar/dates.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { counselor, nothingAskedBack, refusal, takenCase, threePeople } from './counselor.ts';

let backend: TestBackend;
let caseId: string;
let desk: ReturnType<typeof counselor>;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-12-01T18:00Z' });
});
afterAll(() => backend.stop());
beforeEach(async () => {
  backend.later(1_000);
  caseId = await takenCase(backend);
  desk = counselor(await backend.signIn('c.okafor'), caseId, backend);
});

const guarantorId = '300100014';

test('a household is kept as it was said, with every answer and what it rests on', async () => {
  const saved = await desk.save();
  expect(saved).toMatchObject({
    ok: true,
    value: {
      caseId,
      by: 'Chidi Okafor',
      household: { region: 'NCAL', people: 3 },
      answers: {
        on: desk.today(),
        policy: { effectiveFrom: '2026-01-01', name: expect.stringContaining('California') },
        guideline: { year: 2026, cents: 2_732_000 },
        incomeCentsAYear: 4_800_000,
        affordableCentsAMonth: 8_000,
        unasked: [],
      },
    },
  });
  const { screenings, today } = await desk.read();
  expect(today).toBe(desk.today());
  expect(saved).toMatchObject({ value: screenings[0] });
});

test('what is said anew is another version, and the earlier ones stay as they were', async () => {
  await desk.save();
  const before = (await desk.read()).screenings;
  backend.later(1_000);
  await desk.save({ ...threePeople, people: 4 });
  const after = (await desk.read()).screenings;
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]?.household.people).toBe(4);
  expect(after.slice(1)).toEqual(before);
  await expect(backend.pool.query("UPDATE screening SET household = '{}'")).rejects.toThrow(
    'never changed or deleted',
  );
});

test('sent again it is answered as the first time, another one under its id is refused', async () => {
  const screeningId = randomUUID();
  const first = await desk.save(threePeople, nothingAskedBack, screeningId);
  backend.later(86_400_000);
  desk = counselor(await backend.signIn('c.okafor'), caseId, backend);
  expect(await desk.save(threePeople, nothingAskedBack, screeningId)).toEqual(first);
  const other = await desk.save({ ...threePeople, people: 5 }, nothingAskedBack, screeningId);
  expect(refusal(other)).toBe('key_reused');
});

test('two copies of one request that arrive at once are kept once', async () => {
  const screeningId = randomUUID();
  const answers = await Promise.all(
    [1, 2, 3].map(() => desk.save(threePeople, nothingAskedBack, screeningId)),
  );
  expect(answers.map(refusal)).toEqual(['none', 'none', 'none']);
  const same = (await desk.read()).screenings.filter(each => each.screeningId === screeningId);
  expect(same).toHaveLength(1);
});

const income = (amountCents: number, period = 'monthly') => ({
  incomes: [{ source: 'wages', amountCents, period }],
});

test.each([
  ['nobody', { people: 0 }, 'household_size_wrong said.people'],
  ['forty people', { people: 40 }, 'household_size_wrong said.people'],
  ['a state that is none', { state: 'XX' }, 'state_unknown said.state'],
  ['an income below zero', income(-1), 'household_amount_wrong said.incomes.0.amountCents'],
  [
    'expenses below zero',
    { medicalExpensesCents: -1 },
    'household_amount_wrong said.medicalExpensesCents',
  ],
  [
    'more than anybody has',
    income(500_000_001, 'yearly'),
    'household_amount_wrong said.incomes.0.amountCents',
  ],
  ['a year’s income as a month’s', income(4_800_000), 'income_to_confirm said.incomes.0'],
  ['a month’s income as a year’s', income(400_000, 'yearly'), 'income_to_confirm said.incomes.0'],
  ['no income at all', { incomes: [] }, 'income_to_confirm said.incomes'],
  ['an income of zero', income(0), 'income_to_confirm said.incomes'],
])('a household of %s is refused, and nothing is kept', async (_, changed, expected) => {
  const { length } = (await desk.read()).screenings;
  expect(refusal(await desk.save({ ...threePeople, ...changed }))).toBe(expected);
  expect((await desk.read()).screenings).toHaveLength(length);
});

test('what was asked back and said again is kept, with that it was', async () => {
  const yearly = { ...threePeople, ...income(400_000, 'yearly') };
  expect(await desk.save(yearly, { rows: [0], none: false })).toMatchObject({
    value: { confirmed: { rows: [0] }, answers: { incomeCentsAYear: 400_000 } },
  });
  const none = { ...threePeople, incomes: [] };
  expect(await desk.save(none, { rows: [], none: true })).toMatchObject({
    value: { confirmed: { none: true }, answers: { incomeCentsAYear: 0 } },
  });
});

test('nobody screens in a colleague’s case, in one that nobody has, or in one that is not there', async () => {
  const ames = await backend.signIn('r.ames');
  expect(refusal(await counselor(ames, caseId, backend).save())).toBe('not_allowed');
  expect(
    refusal(await counselor(await backend.signIn('c.okafor'), randomUUID(), backend).save()),
  ).toBe('case_not_found');
  await backend.pool.query('UPDATE hardship_case SET owner = NULL, owned_at = NULL');
  expect(refusal(await desk.save())).toBe('case_not_taken');
  await takenCase(backend, 's.lindqvist');
  expect(refusal(await desk.save())).toBe('case_taken');
});

test('the case’s history says that it was screened, and looking at it is kept as an access', async () => {
  await desk.save();
  await desk.read();
  const { rows: events } = await backend.pool.query(
    `SELECT detail FROM hardship_event WHERE case_id = $1 AND kind = 'screened'`,
    [caseId],
  );
  expect(events.at(-1)?.detail).toMatchObject({ mfa: 'eligible', community: 'eligible' });
  const { rows: seen } = await backend.pool.query(
    `SELECT FROM access_event WHERE user_id = 'c.okafor' AND guarantor_id = $1`,
    [guarantorId],
  );
  expect(seen.length).toBeGreaterThan(0);
});

test('the newest counts for the law on interest, until an award of it would have ended', async () => {
  const db = connect(openPool(backend.databaseUrl, 2));
  try {
    await desk.save();
    expect(await newestScreening(db, guarantorId)).toMatchObject({ household: { people: 3 } });
    const today = desk.today();
    expect(await isEligibleForDiscount(db, guarantorId, today)).toBe(true);
    expect(await isEligibleForDiscount(db, guarantorId, addDays(today, 365))).toBe(true);
    expect(await isEligibleForDiscount(db, guarantorId, addDays(today, 366))).toBe(false);
    backend.later(1_000);
    await desk.save({ ...threePeople, ...income(1_000_000), medicalExpensesCents: 0 });
    expect(await isEligibleForDiscount(db, guarantorId, today)).toBe(false);
    expect(await isEligibleForDiscount(db, '300100099', today)).toBe(false);
  } finally {
    await db.destroy();
  }
});
