import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/dates.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { type Bill, billed, day, feeOf, feesOf, stepsOf } from './bills.ts';
import { allSentOn, collector, hold } from './collector.ts';

let backend: TestBackend;
let daily: ReturnType<typeof collector>;
beforeAll(async () => {
  // Letters leave when a test says so: the server's own turns rest.
  backend = await startTestBackend({ postEveryMs: 3_600_000 });
  daily = collector(backend);
  await backend.signIn();
  await daily.run(day('2027-03-01'));
});
afterAll(async () => {
  await expectBooksToAgree(backend.pool);
  await daily.close();
  await backend.stop();
});

/** Each test has a month of its own in a backend whose days only go on. */
let month = 3;
let dueOn = day('2027-03-10');
beforeEach(() => {
  dueOn = addDays(dueOn, month);
  month += 1;
});

const onDay = async (days: number) => daily.run(addDays(dueOn, days));

describe('a late fee', () => {
  it('is billed on day 31 and not the day before, once, at the amount of the policy', async () => {
    const bill = await billed(backend, { dueOn });
    await onDay(30);
    expect(await feesOf(backend, bill)).toEqual([]);
    await onDay(31);
    await onDay(32);
    expect(await feesOf(backend, bill)).toEqual([500]);
  });

  it('is one for a statement on an account, whatever stands on it', async () => {
    const bill = await billed(backend, { dueOn });
    const beside = await billed(backend, { dueOn, beside: bill });
    const report = await daily.runOnce(addDays(dueOn, 31));
    expect(await feesOf(backend, bill)).toEqual([500]);
    expect(await stepsOf(backend, beside)).toContain(`past_due ${addDays(dueOn, 31)}`);
    expect(report).toMatchObject({ cents: 500, differenceCents: 0 });
  });

  it('is due as long after its day as a statement is, goes the way of any bill from then on, and earns none itself', async () => {
    const bill = await billed(backend, { dueOn });
    await onDay(31);
    const fee = await feeOf(backend, bill);
    expect(fee.dueOn).toBe(addDays(dueOn, 61));
    await backend.pool.query(
      `UPDATE charge SET adjusted_cents = open_cents, closed_on = $2 WHERE charge_id = $1`,
      [bill.chargeId, addDays(dueOn, 40)],
    );
    for (const days of [61, 91]) await onDay(days);
    expect(await stepsOf(backend, fee)).toEqual([]);
    await onDay(92);
    for (const days of [121, 122]) await onDay(days);
    // 120 days are counted from the day of the fee, not from the statement that it stands on.
    await allSentOn(backend, addDays(dueOn, 31 + 90));
    for (const days of [31 + 119, 31 + 120]) await onDay(days);
    expect(await stepsOf(backend, fee)).toEqual([
      `past_due ${addDays(dueOn, 92)}`,
      `referral ${addDays(dueOn, 122)}`,
      `extraordinary_action ${addDays(dueOn, 31 + 120)}`,
    ]);
    expect(await feesOf(backend, bill)).toEqual([500]);
    // Its lines say that the bill is open: they are to agree again.
    await backend.pool.query(
      'UPDATE charge SET adjusted_cents = 0, closed_on = NULL WHERE charge_id = $1',
      [bill.chargeId],
    );
  });

  it('stays on the ledger of its account, and a premium has nothing of hospital care after it', async () => {
    const premium = await billed(backend, { dueOn, ledger: 'premium', kind: 'premium' });
    for (const days of [31, 61, 200]) await onDay(days);
    await allSentOn(backend, addDays(dueOn, 200));
    await onDay(240);
    const steps = await stepsOf(backend, premium);
    expect(steps.map(each => each.split(' ')[0])).toEqual(['past_due', 'late_fee', 'referral']);
    const { rows } = await backend.pool.query(
      `SELECT DISTINCT ledger_account FROM charge JOIN ledger_line USING (charge_id)
       WHERE charge.account_id = $1 AND kind = 'late_fee' ORDER BY 1`,
      [premium.accountId],
    );
    expect(rows.map(each => each.ledger_account)).toEqual([
      'late_fee_revenue',
      'premium_receivable',
    ]);
  });

  it('is never earned by a fee, by interest, or by what the insurer may still pay', async () => {
    const kinds = ['late_fee', 'finance_charge'] as const;
    const bills = await Promise.all(kinds.map(kind => billed(backend, { dueOn, kind })));
    const pending = await billed(backend, { dueOn, insurance: 'pending' });
    await onDay(31);
    for (const bill of bills) {
      expect(await stepsOf(backend, bill)).toEqual([`past_due ${addDays(dueOn, 31)}`]);
    }
    expect(await stepsOf(backend, pending)).toEqual([]);
  });

  it('is not billed for what fell before collections began here', async () => {
    const old = await billed(backend, { dueOn: day('2026-12-01') });
    await onDay(1);
    expect(await feesOf(backend, old)).toEqual([]);
    expect(await stepsOf(backend, old)).toEqual([]);
  });
});

describe('what was marked', () => {
  const dispute = async (bill: Bill, from: number, until: number) =>
    hold(backend, bill, {
      kind: 'dispute',
      from: addDays(dueOn, from),
      until: addDays(dueOn, until),
    });

  it('is lifted while a clock stands still, and holds again the day after', async () => {
    const bill = await billed(backend, { dueOn });
    await onDay(31);
    await dispute(bill, 33, 35);
    for (const days of [32, 33, 35, 36, 37]) await onDay(days);
    expect((await stepsOf(backend, bill)).slice(2)).toEqual([
      `lifted ${addDays(dueOn, 33)} dispute`,
      `resumed ${addDays(dueOn, 36)}`,
    ]);
  });

  it('is looked at when a hold begins and when it is over, and not between', async () => {
    const [marked, unmarked] = [await billed(backend, { dueOn }), await billed(backend, { dueOn })];
    await hold(backend, unmarked, { kind: 'application', from: dueOn, until: addDays(dueOn, 35) });
    const looked = async (days: number) => {
      const due = await daily.due(addDays(dueOn, days));
      await onDay(days);
      return [marked, unmarked].map(({ guarantorId }) => due.includes(guarantorId));
    };
    expect(await looked(31)).toEqual([true, false]);
    await dispute(marked, 33, 35);
    expect(await looked(32)).toEqual([false, false]);
    expect(await looked(33)).toEqual([true, false]);
    expect(await looked(34)).toEqual([false, false]);
    expect(await looked(35)).toEqual([false, false]);
    expect(await looked(36)).toEqual([true, true]);
  });

  it('is lifted when it is paid', async () => {
    const bill = await billed(backend, { dueOn });
    await onDay(31);
    await backend.pool.query(
      'UPDATE charge SET adjusted_cents = open_cents, closed_on = $2 WHERE charge_id = $1',
      [bill.chargeId, addDays(dueOn, 32)],
    );
    await onDay(33);
    expect((await stepsOf(backend, bill)).at(-1)).toBe(`lifted ${addDays(dueOn, 33)} paid`);
    // Its lines say that it is open: they are to agree again.
    await backend.pool.query(
      'UPDATE charge SET adjusted_cents = 0, closed_on = NULL WHERE charge_id = $1',
      [bill.chargeId],
    );
    await onDay(34);
    expect((await stepsOf(backend, bill)).at(-1)).toBe(`resumed ${addDays(dueOn, 34)}`);
  });
});

it('a hold that began after the day of a run which is made up for later keeps the fee away', async () => {
  const bill = await billed(backend, { dueOn });
  await hold(backend, bill, { kind: 'application', from: addDays(dueOn, 32), until: null });
  const today = addDays(dueOn, 31);
  backend.moveTo(`${addDays(dueOn, 33)}T19:00Z`);
  await daily.late(today);
  expect(await stepsOf(backend, bill)).toEqual([]);
});

it('two servers that take the same day at once bill one fee', async () => {
  const bill = await billed(backend, { dueOn });
  backend.moveTo(`${addDays(dueOn, 31)}T19:00Z`);
  await Promise.all([daily.late(addDays(dueOn, 31)), daily.late(addDays(dueOn, 31))]);
  expect(await feesOf(backend, bill)).toEqual([500]);
  expect(await stepsOf(backend, bill)).toHaveLength(2);
});

it('a plan of before holds to its next due day, a promise through its day', async () => {
  const [planned, promised] = [await billed(backend, { dueOn }), await billed(backend, { dueOn })];
  const until = addDays(dueOn, 40);
  await hold(backend, planned, { kind: 'plan', from: addDays(dueOn, 10), until });
  await hold(backend, promised, { kind: 'promise', from: addDays(dueOn, 31), until });
  for (const days of [31, 40, 41]) await onDay(days);
  expect(await stepsOf(backend, promised)).toEqual([
    `past_due ${addDays(dueOn, 41)}`,
    `late_fee ${addDays(dueOn, 41)}`,
  ]);
  expect(await stepsOf(backend, planned)).toEqual([]);
});
