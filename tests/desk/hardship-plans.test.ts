import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifiedCall } from '#tests/support/card-call.ts';
import {
  hardshipWish,
  littleMeans,
  monthlyMeans,
  offeredInCase,
  yesTo,
} from '#tests/support/case-plan.ts';
import { counselCase } from '#tests/support/counsel-case.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { offeredInWriting } from '#tests/support/plan-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
});
afterAll(async () => {
  await line.close();
  await backend.stop();
});
beforeEach(async () => {
  await backend.pool.query(
    `UPDATE payment_plan SET closed_on = current_date, state = 'cancelled' WHERE closed_on IS NULL`,
  );
  desk = startTestDesk(line.url);
  return () => desk.stop();
});

const plansMade = async () =>
  (
    await backend.pool.query(
      'SELECT count(*)::int AS n FROM payment_plan WHERE offer_id IS NOT NULL',
    )
  ).rows[0].n;

describe('a plan in a case', () => {
  test('needs their word where it is more than they can pay, and is then agreed to', async () => {
    const plan = await offeredInCase(desk, 2, littleMeans);
    expectRefused(
      await desk.ask('hardshipPlans.agree', yesTo(plan, false)),
      'plan_above_affordable',
    );
    const again = { ...plan, planId: randomUUID() };
    const made = await desk.value('hardshipPlans.agree', yesTo(again));
    expect(made).toMatchObject({
      wish: { kind: 'hardship' },
      acceptance: { recordingReference: 'R-0042', aboveAffordable: true },
    });
    const { plans } = await desk.value('hardshipPlans.ground', { caseId: plan.caseId });
    expect(plans[0]?.planId).toBe(again.planId);
  });

  test('whose answer was lost is the only one when it is asked for again', async () => {
    const plan = await offeredInCase(desk);
    const before = await plansMade();
    line.next('drop_after', (method, path) => method === 'PUT' && path.includes('/plans/'));
    expectRefused(await desk.ask('hardshipPlans.agree', yesTo(plan)), 'unreachable');
    expect(line.happened('drop_after')).toBe(1);
    expect(await plansMade()).toBe(before + 1);
    expect(await desk.value('hardshipPlans.agree', yesTo(plan))).toMatchObject({
      planId: plan.planId,
    });
    expect(await plansMade()).toBe(before + 1);
  });

  test('is agreed to at a desk that never saw it, and refuses a card number as its recording', async () => {
    const plan = await offeredInCase(desk);
    const other = startTestDesk(line.url);
    try {
      await counselCase(other);
      const typed = { ...yesTo(plan), recordingReference: '4242 4242 4242 4242' };
      expect(await other.ask('hardshipPlans.agree', typed)).toMatchObject({
        ok: false,
        reason: 'card_in_notes',
        field: 'recordingReference',
      });
      expect((await other.value('hardshipPlans.agree', yesTo(plan))).planId).toBe(plan.planId);
    } finally {
      await other.stop();
    }
  });

  test('is saved as its disclosure in Spanish', async () => {
    const { caseId, offerId } = await offeredInCase(desk);
    await desk.value('hardshipPlans.save', { caseId, offerId, language: 'es' });
    const text = await pdfText(desk.saved.at(-1)?.bytes ?? Buffer.alloc(0));
    expect(text).toContain('TASA DE PORCENTAJE ANUAL');
  });

  test('is no representative’s, and no longer term is offered on a call', async () => {
    await verifiedCall(desk);
    const wish = hardshipWish();
    const caseId = randomUUID();
    expectRefused(await desk.ask('hardshipPlans.ground', { caseId }), 'not_allowed');
    const asked = { caseId, offerId: randomUUID(), wish, means: monthlyMeans };
    expectRefused(await desk.ask('hardshipPlans.offer', asked), 'not_allowed');
    expectRefused(
      await desk.ask('plans.offer', { offerId: randomUUID(), wish }),
      'plan_term_not_offered',
    );
  });
});

test('an offer on a call is agreed to by a desk that has forgotten it', async () => {
  await desk.stop();
  const folder = mkdtempSync(join(tmpdir(), 'remit-desk-'));
  desk = startTestDesk(line.url, { folder });
  await verifiedCall(desk);
  const { offerId } = await offeredInWriting(desk);
  await desk.stop();
  desk = startTestDesk(line.url, { folder });
  await desk.value('session.signIn', { userId: 'r.ames', password: 'sandbox-only' });
  const { offers } = await desk.value('plans.offers', null);
  expect(offers[0]).toMatchObject({ offerId, copy: { way: 'email' } });
  const asked = { planId: randomUUID(), offerId, language: 'en', screeningPassed: false } as const;
  expect((await desk.value('plans.agree', asked)).planId).toBe(asked.planId);
});
