import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanChangeWish } from '#shared/plans/change.ts';
import { verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { offeredInWriting } from '#tests/support/plan-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
let plan: AgreedPlan;

beforeAll(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});
beforeEach(async () => {
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
  const { offerId } = await offeredInWriting(desk);
  plan = await desk.value('plans.agree', {
    planId: randomUUID(),
    offerId,
    language: 'en',
    screeningPassed: false,
  });
});

const explain = (wish: PlanChangeWish, changeId: string = randomUUID()) =>
  desk.value('planChanges.offer', { changeId, caseId: null, planId: plan.planId, wish });
const yes = (changeId: string, caseId: string | null = null) =>
  ({ changeId, caseId, language: 'en', recordingReference: null }) as const;
const longer = {
  kind: 'recast',
  planKind: 'standard',
  pace: { by: 'months', months: 12 },
} as const;

describe('a change of a plan', () => {
  test('is agreed to on the recording of this call, once, and is noted on it', async () => {
    const { changeId } = await explain({ kind: 'cancel' });
    const ended = await desk.value('planChanges.agree', yes(changeId));
    expect(ended.state).toBe('cancelled');
    expect(await desk.value('planChanges.agree', yes(changeId))).toEqual(ended);
    const call = await desk.value('call.current', null);
    const { rows } = await backend.pool.query(
      'SELECT agreement FROM plan_change WHERE change_id = $1',
      [changeId],
    );
    expect(rows[0].agreement).toMatchObject({ recordingReference: call?.reference });
    const noted = call?.events.filter(each => each.kind === 'plan_changed');
    expect(noted?.map(each => each.about)).toEqual(['cancel']);
  });

  test('to other terms waits for its copy, which can be saved like any disclosure', async () => {
    const { changeId } = await explain(longer);
    expectRefused(await desk.ask('planChanges.agree', yes(changeId)), 'plan_copy_missing');
    await desk.value('planChanges.copy', { changeId, caseId: null, way: 'mail' });
    const { savedAs } = await desk.value('plans.save', { offerId: changeId, language: 'en' });
    expect(savedAs).not.toBeNull();
    const again = await explain(longer);
    await desk.value('planChanges.copy', { changeId: again.changeId, caseId: null, way: 'mail' });
    const made = await desk.value('planChanges.agree', yes(again.changeId));
    expect(made).toMatchObject({ planId: again.changeId, state: 'active' });
    expect(made.disclosure.payments).toHaveLength(12);
  });

  test('whose answer was lost is asked for again under its id, and changes nothing twice', async () => {
    const { changeId } = await explain({ kind: 'pause', months: 2, reason: 'illness' });
    line.next('drop_after', (_method, path) => path.endsWith('/agreement'));
    expectRefused(await desk.ask('planChanges.agree', yes(changeId)), 'unreachable');
    expect(line.happened('drop_after')).toBe(1);
    const made = await desk.value('planChanges.agree', yes(changeId));
    expect(made.happenings.filter(each => each.kind === 'paused')).toHaveLength(1);
  });

  test('that was never explained at this desk is not agreed to, nor one in a case without its recording', async () => {
    expectRefused(await desk.ask('planChanges.agree', yes(randomUUID())), 'plan_change_not_found');
    const { changeId } = await explain({ kind: 'cancel' });
    expectRefused(await desk.ask('planChanges.agree', yes(changeId, randomUUID())), 'bad_input');
  });
});
