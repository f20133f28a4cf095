import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { captureCard, partOfTheBill, truthOf, verifiedCall } from '#tests/support/card-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { offeredInWriting, wishedPlan } from '#tests/support/plan-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';

let backend: TestBackend;
let line: FaultLine;
let desk: TestDesk;

beforeAll(async () => {
  backend = await startTestBackend();
  line = await openFaultLine(backend.url);
  desk = startTestDesk(line.url);
  await verifiedCall(desk);
});
afterAll(async () => {
  await desk.stop();
  await line.close();
  await backend.stop();
});
beforeEach(() =>
  backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  ),
);

const agreement = (offerId: string, planId: string = randomUUID()) =>
  ({ planId, offerId, language: 'en', screeningPassed: false }) as const;
const events = async () => (await desk.value('call.current', null))?.events ?? [];
const plansMade = async () =>
  (
    await backend.pool.query(
      'SELECT count(*)::int AS n FROM payment_plan WHERE offer_id IS NOT NULL',
    )
  ).rows[0].n;

describe('a plan', () => {
  test('is not agreed to before its copy, nor from an offer that this call never had', async () => {
    const { offerId } = await desk.value('plans.offer', {
      offerId: randomUUID(),
      wish: wishedPlan(),
    });
    expectRefused(await desk.ask('plans.agree', agreement(offerId)), 'plan_copy_missing');
    expectRefused(await desk.ask('plans.agree', agreement(randomUUID())), 'plan_offer_not_found');
    expect(await plansMade()).toBe(0);
  });

  test('is agreed to once, however often it is asked, on the recording of this call', async () => {
    const { offerId, disclosureHash } = await offeredInWriting(desk, 12);
    const asked = agreement(offerId);
    const made = await desk.value('plans.agree', asked);
    expect(await desk.value('plans.agree', asked)).toEqual(made);
    expect(await plansMade()).toBe(1);
    const call = await desk.value('call.current', null);
    expect(made.acceptance).toMatchObject({
      disclosureHash,
      recordingReference: call?.reference,
      language: 'en',
    });
    expect((await desk.value('plans.list', null)).plans[0]).toEqual(made);
    const kinds = (await events()).map(({ kind, about }) => [kind, about]);
    expect(kinds.filter(([kind]) => kind === 'plan_agreed')).toEqual([['plan_agreed', '12']]);
    expect(await desk.value('call.summary', null)).toMatchObject({
      summary: expect.stringContaining('Agreed to a payment plan of 12 months'),
    });
  });

  test('whose answer was lost is asked for again under its id, and is still the only one', async () => {
    const { offerId } = await offeredInWriting(desk);
    const before = await plansMade();
    const asked = agreement(offerId);
    line.next('drop_after', (method, path) => method === 'PUT' && path.startsWith('/v1/plans/'));
    expectRefused(await desk.ask('plans.agree', asked), 'unreachable');
    expect(line.happened('drop_after')).toBe(1);
    expect(await plansMade()).toBe(before + 1);
    expect(await desk.value('plans.agree', asked)).toMatchObject({ planId: asked.planId });
    expect(await plansMade()).toBe(before + 1);
  });

  test('is refused beside one that stands', async () => {
    const [one, other] = [await offeredInWriting(desk, 6), await offeredInWriting(desk, 12)];
    await desk.value('plans.agree', agreement(one.offerId));
    expectRefused(await desk.ask('plans.agree', agreement(other.offerId)), 'plan_exists');
  });

  test('is refused once the balance is another than the one that was read out', async () => {
    const { offerId } = await offeredInWriting(desk);
    await captureCard(desk);
    const { key } = await desk.value('payments.submit', partOfTheBill);
    expect((await truthOf(desk, key)).state).toBe('approved');
    expectRefused(await desk.ask('plans.agree', agreement(offerId)), 'plan_balance_changed');
  });

  test.each([
    ['en', /ANNUAL PERCENTAGE RATE/, /Total of Payments/],
    ['es', /TASA DE PORCENTAJE ANUAL/, /Total de pagos/],
  ] as const)(
    'is saved as its disclosure in %s, with every figure',
    async (language, apr, total) => {
      const { offerId, disclosure } = await offeredInWriting(desk);
      await desk.value('plans.save', { offerId, language });
      const text = await pdfText(desk.saved.at(-1)?.bytes ?? Buffer.alloc(0));
      expect(text).toMatch(apr);
      expect(text).toMatch(total);
      expect(text).toContain(disclosure.aprPercent.toFixed(2));
    },
  );
});
