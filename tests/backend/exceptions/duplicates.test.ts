import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#backend/seed/personas.ts';
import { noFilters } from '#shared/search/payment-search.ts';
import { newKey } from '#tests/support/backend-call.ts';
import { payUnknown } from '#tests/support/open-outcome.ts';
import { at, openQueueDesk, type QueueDesk, reason } from './queue-desk.ts';

const { marisol, consuelo, priya, darnell, hannah } = personas;

let desk: QueueDesk;
beforeAll(async () => {
  desk = await openQueueDesk();
});
afterEach(() => desk.backend.forgetFaults());
afterAll(() => desk.close());

describe('two payments that may be one', () => {
  it('of the same amount are told of once, with both and what the caller said, and end when one is voided', async () => {
    const call = await desk.callAbout(consuelo);
    const keys = [newKey(), newKey()];
    for (const key of keys) {
      const duplicateAcknowledged = key === keys[1];
      await call.pay(await call.order(3_100, { duplicateAcknowledged }), key);
    }
    const found = (await desk.listed({ kind: 'duplicate' })).filter(
      each => each.amountCents === 3_100,
    );
    expect(found).toMatchObject([{ paymentKey: keys[1], about: 'confirmed' }]);
    const { caseId = '' } = found[0] ?? {};
    const { payments, confirmed } = (await desk.lead.value('exception', at(caseId))).detail;
    expect(confirmed).toMatchObject({ byName: 'Rosa Ames', callId: call.callId });
    expect(payments.map(each => each.key).sort()).toEqual([...keys].sort());
    const search = { ...noFilters, exception: 'duplicate' };
    const searched = await desk.lead.value('totalPayments', { body: { filters: search } });
    expect(searched).toMatchObject({ exact: true, count: 2, cents: 6_200 });
    const life = await desk.lead.value('paymentLife', { params: { key: keys[0] ?? '' } });
    expect(life.exceptions).toMatchObject([{ kind: 'duplicate', resolvedAt: null }]);
    await call.desk.value('voidPayment', { params: { key: keys[1] ?? '' }, body: { reason } });
    await expect
      .poll(async () => (await desk.lead.value('exception', at(caseId))).exception.resolved?.why)
      .toBe('one_voided');
  });

  it('that nobody was warned of, of one card for two accounts, come before those that the caller confirmed', async () => {
    const call = await desk.callAbout(marisol);
    const charges = (await call.balance()).charges.filter(({ openCents }) => openCents >= 900);
    const [first] = charges;
    const elsewhere = charges.find(({ accountId }) => accountId !== first?.accountId);
    const keys = [newKey(), newKey()];
    for (const [index, charge] of [first, elsewhere].entries()) {
      const allocation = [{ chargeId: charge?.chargeId ?? '', amountCents: 900 }] as never;
      const paid = await call.pay(await call.order(900, { allocation }), keys[index]);
      expect(paid.ok ? 'paid' : paid.problem).toBe('paid');
    }
    const confirmed = await desk.callAbout(hannah);
    for (const duplicateAcknowledged of [false, true]) {
      await confirmed.pay(await confirmed.order(800, { duplicateAcknowledged }));
    }
    const found = await desk.listed({ kind: 'duplicate' });
    const abouts = found.map(({ about }) => about);
    expect(found.find(({ paymentKey }) => paymentKey === keys[1])?.about).toBe('same_amount');
    expect(abouts.lastIndexOf('same_amount')).toBeLessThan(abouts.indexOf('confirmed'));
    for (const { caseId } of found) expect(await desk.resolve(caseId)).toBe('done');
  });

  it('of another amount are not', async () => {
    const call = await desk.callAbout(priya);
    for (const amount of [2_000, 2_100]) await call.pay(await call.order(amount));
    const { guarantorId } = call;
    const found = await desk.listed({ kind: 'duplicate' });
    expect(found.filter(each => each.guarantorId === guarantorId)).toEqual([]);
  });

  it('are told of whatever they took, where one was let start while the outcome of the other was open', async () => {
    const call = await desk.callAbout(darnell);
    const first = await payUnknown(desk.backend, call, 2_700, true);
    await desk.lead.value('overridePayment', { params: { key: first.key }, body: { reason } });
    await desk.backend.forgetFaults();
    const second = newKey();
    await call.pay(await call.order(1_900), second);
    expect(await desk.ofPayment('duplicate', second)).toBeUndefined();
    await first.learn('approved');
    expect(await desk.ofPayment('duplicate', first.key)).toMatchObject({ about: 'overridden' });
  });
});
