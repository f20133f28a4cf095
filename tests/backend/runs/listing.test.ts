import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSteps } from '#backend/runs/steps.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Run } from '#shared/contract/runs.ts';
import { runs as words } from '#shared/words/en/runs.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { paidCards } from '#tests/support/paid-cards.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let runner: Runner;
let supervisor: SignedIn;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-23T10:00:00-08:00' });
  runner = openRunner(backend);
  await paidCards(backend, [1_100, 1_200]);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

async function listed(before?: CalendarDate) {
  supervisor = await backend.signIn('s.lindqvist');
  return supervisor.value('runs', { query: before ? { before } : {} });
}
const northern = (runs: readonly Run[] | undefined, kind: string) =>
  runs?.find(run => run.region === 'NCAL' && run.kind === kind);

describe('the list of runs', () => {
  it('tells of each kind of the day, in the order of the day, what waits and until when', async () => {
    const { days, earlier } = await listed();
    expect(earlier).toBeNull();
    expect(days[0]?.businessOn).toBe('2026-11-23');
    const theirs = days[0]?.runs.filter(({ region }) => region === 'NCAL') ?? [];
    expect(theirs.map(({ kind }) => kind)).toEqual(runSteps.map(({ kind }) => kind));
    expect(northern(days[0]?.runs, 'ach_origination')).toMatchObject({
      state: 'waiting',
      opensAt: '2026-11-24T01:00:00.000Z',
      cents: null,
    });
  });

  it('tells what a run moved and what its ledger says, the newest day first', async () => {
    backend.moveTo('2026-11-24T09:00:00-08:00');
    await runner.turn();
    const { days } = await listed();
    expect(days.map(({ businessOn }) => businessOn)).toEqual(['2026-11-24', '2026-11-23']);
    expect(northern(days[0]?.runs, 'card_posting')).toMatchObject({
      state: 'done',
      starts: 1,
      done: 2,
      cents: 2_300,
      differenceCents: 0,
      finishedAt: expect.any(String),
    });
  });

  it('tells one that is at work from one whose server fell silent, and how far each is', async () => {
    const at = "business_on = '2026-11-24' AND region = 'NCAL' AND kind = 'card_posting'";
    const half = `UPDATE run SET state = 'running', finished_at = NULL, done_count = 1, total_count = 2,
      claimed_until = clock_timestamp() + $1::interval WHERE ${at}`;
    await backend.pool.query(half, ['1 minute']);
    const working = await listed();
    expect(northern(working.days[0]?.runs, 'card_posting')).toMatchObject({
      state: 'running',
      done: 1,
      total: 2,
    });
    await backend.pool.query(half, ['-1 second']);
    const silent = await listed();
    expect(northern(silent.days[0]?.runs, 'card_posting')).toMatchObject({ state: 'stopped' });
    await runner.turn();
    const { days } = await listed();
    expect(northern(days[0]?.runs, 'card_posting')).toMatchObject({ state: 'done', starts: 2 });
  });

  it('goes back page by page, and tells no day twice', async () => {
    for (const date of ['2026-11-25', '2026-11-27', '2026-11-30']) {
      backend.moveTo(`${date}T09:00:00-08:00`);
      await runner.turn();
    }
    const first = await listed();
    const second = await listed(first.earlier ?? undefined);
    const days = [...first.days, ...second.days].map(({ businessOn }) => businessOn);
    expect(days).toEqual(days.toSorted().reverse());
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain('2026-11-24');
  });

  it('is for supervisors', async () => {
    const representative = await backend.signIn();
    expect(await representative.ask('runs', { query: {} })).toMatchObject({
      problem: { code: 'not_allowed' },
    });
  });

  it('each kind has a name', () => {
    expect(Object.keys(words.kinds)).toEqual(
      expect.arrayContaining(runSteps.map(({ kind }) => kind)),
    );
  });
});
