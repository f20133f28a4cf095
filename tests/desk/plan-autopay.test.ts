import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { captureCard, verifiedCall } from '#tests/support/card-call.ts';
import { captureAccount } from '#tests/support/debit-call.ts';
import { expectRefused } from '#tests/support/desk-writes.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { offeredInWriting } from '#tests/support/plan-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let backend: TestBackend;
let desk: TestDesk;
let plan: AgreedPlan;

beforeAll(async () => {
  backend = await startTestBackend();
  await backend.pool.query(
    'UPDATE payment_plan SET closed_on = current_date, state = $1 WHERE closed_on IS NULL',
    ['cancelled'],
  );
  desk = startTestDesk(backend.url);
  await verifiedCall(desk);
  const { offerId } = await offeredInWriting(desk, 12);
  const planId = randomUUID();
  await desk.value('plans.agree', { planId, offerId, language: 'en', screeningPassed: false });
  const { plans } = await desk.value('plans.list', null);
  plan = plans.find(each => each.planId === planId) as AgreedPlan;
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

const ofPlan = (): PlanAutopayTerms => ({
  kind: 'plan',
  ledger: 'medical',
  planId: plan.planId,
  instalments: plan.standing.coming,
});
const asked = (terms: PlanAutopayTerms) => ({
  authorisationId: randomUUID(),
  method: 'captured' as const,
  terms,
  acknowledged: [...requiredElements(terms, 'ach')],
  language: 'en' as const,
});
const reading = async () =>
  pdfText((desk.saved.at(-1)?.bytes ?? Buffer.alloc(0)) as Buffer<ArrayBuffer>);

test('debits of a plan are agreed to part by part; what is left unread, or is not the plan, is refused', async () => {
  await captureAccount(desk);
  const terms = ofPlan();
  const order = asked(terms);
  for (const left of order.acknowledged) {
    const acknowledged = order.acknowledged.filter(each => each !== left);
    const reply = await desk.ask('authorisations.make', { ...order, acknowledged });
    expectRefused(reply, 'authorisation_incomplete', 'acknowledged');
  }
  const [first, ...others] = terms.instalments;
  if (!first) throw new Error('There is nothing to come.');
  const more = { ...first, amountCents: cents(first.amountCents + 1) as typeof first.amountCents };
  const other = { ...terms, instalments: [more, ...others] };
  expectRefused(
    await desk.ask('authorisations.make', asked(other)),
    'plan_changed_meanwhile',
    'terms',
  );
  expect((await desk.value('call.current', null))?.bankAccount).not.toBeNull();
  const made = await desk.value('authorisations.make', order);
  expect(made).toMatchObject({ state: 'active', next: { amountCents: first.amountCents } });
  const { events } = (await desk.value('call.current', null)) ?? { events: [] };
  expect(events).toContainEqual(expect.objectContaining({ kind: 'authorised', about: 'plan' }));
});

test('the written copy lists every instalment, how they follow the plan and the right to notices, in both languages', async () => {
  const { authorisations } = await desk.value('authorisations.list', null);
  const { authorisationId } = authorisations.find(each => each.terms.kind === 'plan') ?? {
    authorisationId: '',
  };
  await desk.value('authorisations.copy', { authorisationId, language: 'en' });
  const english = await reading();
  for (const { dueOn, amountCents } of plan.standing.coming) {
    expect(english).toContain(`${sayDate('en', dueOn)}: ${showMoney(amountCents)}`);
  }
  for (const words of [
    'Authorisation of debits to come',
    'Recurring electronic debits',
    'They wait while the plan rests',
    'only of one that is not listed here',
    'no payment plan and no care depends on it',
    'Signature of the account holder',
  ]) {
    expect(english).toContain(words);
  }
  await desk.value('authorisations.copy', { authorisationId, language: 'es' });
  const spanish = await reading();
  for (const words of ['Cuotas del plan', 'Esperan mientras el plan descansa']) {
    expect(spanish).toContain(words);
  }
});

test('revoked, it leaves the plan as it is, and a card may take its place', async () => {
  const { authorisations } = await desk.value('authorisations.list', null);
  const { authorisationId } = authorisations.find(each => each.terms.kind === 'plan') ?? {
    authorisationId: '',
  };
  const reason = 'prefers a card';
  await desk.value('authorisations.revoke', { authorisationId, reason });
  const { planId, disclosure, acceptance } = plan;
  expect((await desk.value('plans.list', null)).plans[0]).toMatchObject({
    ...{ planId, disclosure, acceptance },
    state: 'active',
  });
  await captureCard(desk);
  const made = await desk.value('authorisations.make', asked(ofPlan()));
  expect(made).toMatchObject({ state: 'active', method: { kind: 'card' } });
  const changed = await desk.ask('authorisations.change', {
    authorisationId: made.authorisationId,
    terms: {
      kind: 'once',
      ledger: 'medical',
      amountCents: cents(100) as never,
      payOn: plan.disclosure.agreedOn,
    },
    acknowledged: [],
    language: 'en',
  });
  expectRefused(changed, 'bad_request', 'terms');
});
