import { afterAll, beforeAll, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { receiveAchFile } from '#backend/ach/receive/receive-ach-file.ts';
import { personas } from '#backend/seed/personas.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
let supervisor: SignedIn;
let key: string;
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  ach = achOf(backend);
  key = await debit(backend, personas.marisol, 10_000, '70031842977703', '2026-11-24');
  backend.moveTo('2026-11-24T17:05-08:00');
  await originateAch(ach);
  backend.moveTo('2026-11-25T09:00-05:00');
  await collectAchAnswers(ach);
  await receiveAchFile(ach, 'not a file of a bank\n');
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(async () => {
  await ach.end();
  await backend.stop();
});

const listed = async () =>
  (
    await Promise.all([
      openExceptions(supervisor, 'returned'),
      openExceptions(supervisor, 'bank_file'),
    ])
  ).flat();

it('a supervisor sees what came back, of whom, and what to do, and a file that was refused', async () => {
  expect((await listed()).map(each => each.detail.fromBank)).toMatchObject(
    [
      {
        kind: 'return',
        code: 'R03',
        toDo: 'other_account',
        payment: { key, amountCents: 10_000, method: { kind: 'ach', last4: '7703' } },
      },
      { kind: 'refused_file', toDo: 'ask_bank', payment: null, reason: /line 1: / },
    ].map(({ reason, ...each }) => ({
      ...each,
      ...(reason && { reason: expect.stringMatching(reason) }),
    })),
  );
  const { rows } = await backend.pool.query(
    "SELECT count(*)::int AS looks FROM access_event WHERE action = 'exception_listed'",
  );
  expect(rows).toEqual([{ looks: 1 }]);
});

it('a representative does not see the list', async () => {
  const desk = await backend.signIn();
  const query = { kind: 'returned', whose: 'everybodys', standing: 'open' } as const;
  expect(await desk.ask('exceptionQueue', { query })).toMatchObject({
    ok: false,
    problem: { code: 'not_allowed' },
  });
});

it('what was done about it is kept once, with who did it, and it leaves the list', async () => {
  const [first] = await listed();
  const params = { caseId: first?.exception.caseId ?? '' };
  const reason = 'The patient pays by card.';
  const done = await supervisor.value('resolveException', { params, body: { reason } });
  expect(done).toMatchObject({ resolved: { byName: 'Sanna Lindqvist', reason } });
  expect(
    await supervisor.ask('resolveException', { params, body: { reason: 'Again.' } }),
  ).toMatchObject({ ok: false, problem: { code: 'exception_resolved' } });
  const { rows: kept } = await backend.pool.query(
    'SELECT resolved_by, resolution FROM ach_exception WHERE resolved_at IS NOT NULL',
  );
  expect(kept).toEqual([{ resolved_by: 's.lindqvist', resolution: reason }]);
  expect(await listed()).toMatchObject([{ detail: { fromBank: { kind: 'refused_file' } } }]);
  const { rows } = await backend.pool.query('SELECT done_at FROM ach_follow_up');
  expect(rows.map(each => each.done_at)).toEqual([expect.any(String)]);
  const unknown = { caseId: '018f0000-0000-7000-8000-000000000000' };
  expect(
    await supervisor.ask('resolveException', { params: unknown, body: { reason: 'Gone.' } }),
  ).toMatchObject({ ok: false, problem: { code: 'exception_not_found' } });
});
