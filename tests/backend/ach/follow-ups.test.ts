import { afterAll, beforeAll, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { personas } from '#backend/seed/personas.ts';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import type { SignedIn } from '#tests/support/backend-client.ts';
import { openExceptions } from '#tests/support/open-exceptions.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
let ames: SignedIn;
let okafor: SignedIn;
let supervisor: SignedIn;

/** Two debits on accounts that are not there came back on the morning of November 25th, a Wednesday. */
beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  const ach = achOf(backend);
  await debit(backend, personas.marisol, 10_000, '70031842977703', '2026-11-24');
  await debit(backend, personas.otis, 2_500, '70031842977703', '2026-11-24');
  backend.moveTo('2026-11-24T23:05-08:00');
  await originateAch(ach);
  backend.moveTo('2026-11-25T09:00-08:00');
  await collectAchAnswers(ach);
  await ach.end();
  ames = await backend.signIn('r.ames');
  okafor = await backend.signIn('c.okafor');
  supervisor = await backend.signIn('s.lindqvist');
});
afterAll(() => backend.stop());

const listed = async (desk = ames) => (await desk.value('followUps', {})).followUps;
/** What a supervisor is told of the same. */
const told = async (above: SignedIn, id: string) =>
  (await openExceptions(above, 'returned')).find(({ detail }) => detail.fromBank?.id === id);
const count = (desk = ames) => desk.value('followUpCount', {});

async function ofAmount(cents: number): Promise<FollowUp> {
  const found = (await listed()).find(each => each.payment.amountCents === cents);
  if (!found) throw new Error(`Nothing of ${cents} is on the worklist.`);
  return found;
}

it('the worklist tells what came back, of whom, and by when somebody has called', async () => {
  expect(await ofAmount(10_000)).toMatchObject({
    kind: 'return',
    code: 'R03',
    reason: 'No account, or account not found',
    toDo: 'other_account',
    guarantorId: personas.marisol.guarantorId,
    dueOn: '2026-11-30',
    isOverdue: false,
    payment: { method: { kind: 'ach', last4: '7703' }, confirmation: expect.any(String) },
    takenBy: null,
  });
  expect(await count()).toEqual({ open: 2, overdue: 0, yours: 0 });
  const { rows } = await backend.pool.query(
    "SELECT guarantor_id FROM access_event WHERE action = 'exception_listed' AND user_id = 'r.ames'",
  );
  expect(rows).toHaveLength(2);
});

it('the second to take one is refused, and told who has it', async () => {
  const { id } = await ofAmount(10_000);
  const params = { id };
  const both = await Promise.all([ames, okafor].map(desk => desk.ask('takeFollowUp', { params })));
  const [first, second] = both.toSorted((one, other) => Number(other.ok) - Number(one.ok));
  expect(first).toMatchObject({ ok: true, value: { takenBy: { isYou: true } } });
  const holder = first?.ok ? first.value.takenBy?.name : '';
  expect(second).toMatchObject({
    ok: false,
    problem: { code: 'follow_up_taken', heldBy: holder },
  });
  const [winner, loser] = both[0]?.ok ? [ames, okafor] : [okafor, ames];
  const body = { outcome: 'not_needed', note: 'is not mine' } as const;
  for (const refused of [
    await loser.ask('putBackFollowUp', { params }),
    await loser.ask('finishFollowUp', { params, body }),
  ]) {
    expect(refused).toMatchObject({ ok: false, problem: { code: 'follow_up_taken' } });
  }
  expect(await count(winner)).toMatchObject({ yours: 1 });
  await winner.value('putBackFollowUp', { params });
  expect((await ofAmount(10_000)).takenBy).toBeNull();
});

it('is finished once with what was done, which the supervisor reads; a card number is not kept', async () => {
  const { id } = await ofAmount(10_000);
  const params = { id };
  await ames.value('takeFollowUp', { params });
  const said = (note: string) => ({ params, body: { outcome: 'paid_otherwise' as const, note } });
  expect(await ames.ask('finishFollowUp', said('pays by 4242 4242 4242 4242'))).toMatchObject({
    ok: false,
    problem: { code: 'card_in_reason', field: 'note' },
  });
  const done = await ames.value('finishFollowUp', said('Paid by card on the call.'));
  expect(await ames.value('finishFollowUp', said('Again.'))).toEqual(done);
  expect(await okafor.ask('takeFollowUp', { params })).toMatchObject({
    ok: false,
    problem: { code: 'follow_up_done' },
  });
  expect((await listed()).map(each => each.payment.amountCents)).toEqual([2_500]);
  expect((await told(supervisor, id))?.detail.fromBank?.followUp).toMatchObject({
    outcome: 'paid_otherwise',
    note: 'Paid by card on the call.',
    doneByName: expect.any(String),
  });
});

it('is overdue on the day after, and goes when the supervisor resolves it', async () => {
  const { id, dueOn } = await ofAmount(2_500);
  backend.moveTo('2026-12-01T12:00-08:00');
  const [desk, above] = [await backend.signIn(), await backend.signIn('s.lindqvist')];
  expect(dueOn).toBe('2026-11-30');
  expect(await count(desk)).toMatchObject({ open: 1, overdue: 1 });
  expect((await listed(desk))[0]).toMatchObject({ isOverdue: true });
  const params = { caseId: (await told(above, id))?.exception.caseId ?? '' };
  await above.value('resolveException', { params, body: { reason: 'Written off.' } });
  expect(await listed(desk)).toEqual([]);
});

it('is shown in its own regions alone, and to nobody but representatives', async () => {
  const { rows } = await backend.pool.query('SELECT exception_id AS id FROM ach_follow_up LIMIT 1');
  await backend.pool.query(
    'UPDATE ach_follow_up SET done_at = NULL, done_by = NULL, outcome = NULL, note = NULL, taken_by = NULL, taken_at = NULL',
  );
  await backend.pool.query(
    "UPDATE user_account SET regions = array_remove(regions, (SELECT region FROM guarantor WHERE guarantor_id = $1)) WHERE user_id = 'c.okafor'",
    [personas.marisol.guarantorId],
  );
  const elsewhere = await backend.signIn('c.okafor');
  const theirs = (await listed(elsewhere)).map(each => each.guarantorId);
  expect(theirs).not.toContain(personas.marisol.guarantorId);
  const own = await backend.pool.query(
    'SELECT exception_id AS id FROM ach_follow_up WHERE guarantor_id = $1',
    [personas.marisol.guarantorId],
  );
  expect(await elsewhere.ask('takeFollowUp', { params: own.rows[0] })).toMatchObject({
    ok: false,
    problem: { code: 'follow_up_not_found' },
  });
  const above = await backend.signIn('s.lindqvist');
  expect(await above.ask('takeFollowUp', { params: rows[0] })).toMatchObject({
    ok: false,
    problem: { code: 'not_allowed' },
  });
});
