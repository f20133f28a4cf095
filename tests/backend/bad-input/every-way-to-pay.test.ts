import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receiveAchFile } from '#backend/ach/receive/receive-ach-file.ts';
import { personas } from '#backend/seed/personas.ts';
import { TelElement } from '#shared/ach/tel-authorisation.ts';
import { cents } from '#shared/money/cents.ts';
import { authorise, type Terms } from '#tests/backend/authorisations/agreed.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { newKey, type VerifiedCall, verifiedCall } from '#tests/support/backend-call.ts';
import { type Agreed, debitOrder, payersAccount } from '#tests/support/debit-order.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { openRunner, type Runner } from '#tests/support/runs-of.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { expectBooksToAgree } from '#tests/support/the-books.ts';
import { expectRefusal, moneyKept } from './money-kept.ts';

/** A business day on which one debit has settled and another has come back. */
const MONDAY = '2026-11-30T10:00-08:00';
const autopay: Terms = { kind: 'autopay', ledger: 'medical', capCents: 20_000 };

let backend: TestBackend;
let runner: Runner;
let call: VerifiedCall;
let settled: string;
let returned: string;
let answer: string;

beforeAll(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00', resolveEveryMs: 60_000 });
  runner = openRunner(backend);
  settled = await debit(backend, personas.marisol, 9_000, '70031842975516', '2026-11-24');
  returned = await debit(backend, personas.marisol, 2_000, '70031842977701', '2026-11-24');
  await debit(backend, personas.otis, 1_500, '70031842977703', '2026-11-24');
  for (const at of ['2026-11-24T17:01-08:00', '2026-11-25T05:00-08:00', '2026-11-25T06:30-08:00']) {
    backend.moveTo(at);
    await runner.turn();
  }
  backend.moveTo('2026-11-30T06:01-08:00');
  const ach = achOf(backend);
  [answer = ''] = (await ach.bank.collect()).map(({ text }) => text);
  await ach.end();
  await runner.turn();
  expect(await stateOf(backend.pool, settled)).toBe('settled');
  expect(await stateOf(backend.pool, returned)).toBe('returned');
});
beforeEach(async () => {
  backend.moveTo(MONDAY);
  call = await verifiedCall(await backend.signIn());
  return () => expectBooksToAgree(backend.pool);
});
afterAll(async () => {
  await runner.close();
  await backend.stop();
});

/** Nothing that a payment touches is another after what was refused. */
async function leavesNothing(attempt: () => Promise<void>): Promise<void> {
  const before = await moneyKept(backend);
  await attempt();
  expect(await moneyKept(backend)).toEqual(before);
}

describe('a bank account', () => {
  it.each([
    ['whose routing number fails the sum', { routingNumber: '121042883' }, 'routing_number_wrong'],
    ['whose routing number is all zeros', { routingNumber: '000000000' }, 'routing_number_wrong'],
    ['whose routing number nobody knows', { routingNumber: '011000015' }, 'bank_unknown'],
    ['whose number holds letters', { accountNumber: '7003l842975516' }, 'bad_request'],
    ['whose number has eighteen digits', { accountNumber: '700318429755160001' }, 'bad_request'],
  ] as const)('%s is not kept', (_, wrong, code) =>
    leavesNothing(async () => {
      const body = { ...payersAccount, ...wrong };
      expectRefusal(await call.desk.ask('keepBankAccount', { body }), code);
    }),
  );
});

describe('a debit', () => {
  const bad: [string, Agreed, Parameters<typeof expectRefusal>[1]][] = [
    ...TelElement.options.map((element): (typeof bad)[number] => [
      `without ${element}`,
      { acknowledged: TelElement.options.filter(each => each !== element) },
      'authorisation_incomplete',
    ]),
    ['on a day that has passed', { debitOn: '2026-11-27' }, 'debit_date_past'],
    ['on Christmas', { debitOn: '2026-12-25' }, 'debit_date_closed'],
    ['on Thanksgiving in the year to come', { debitOn: '2027-11-25' }, 'debit_date_closed'],
    ['beyond a year', { debitOn: '2027-12-01' }, 'debit_date_too_far'],
    ['of another amount', { amountCents: cents(2_001) }, 'authorisation_amount_differs'],
  ];
  it.each(bad)('%s is not taken', async (_, agreed, code) => {
    const order = await debitOrder(backend, call, 2_000, { debitOn: '2026-11-30', ...agreed });
    await leavesNothing(async () => expectRefusal(await call.pay(order), code));
  });
});

describe('a payment to come', () => {
  it.each([
    ['yesterday', '2026-11-29', 'date_not_in_future'],
    ['on New Year’s Day', '2027-01-01', 'date_banks_closed'],
    ['beyond a year', '2027-12-01', 'date_beyond_a_year'],
  ] as const)('%s is not kept', async (_, payOn, code) => {
    const once: Terms = { kind: 'once', ledger: 'medical', amountCents: 1_000, payOn };
    await leavesNothing(async () => expectRefusal(await authorise(call, once), code));
  });

  it('by a second autopay of the same statements is not kept', async () => {
    expect(await authorise(call, autopay)).toMatchObject({ ok: true });
    await leavesNothing(async () =>
      expectRefusal(await authorise(call, autopay), 'autopay_exists'),
    );
  });
});

describe('a refund', () => {
  const ask = (key: string, amountCents: number) =>
    call.desk.ask('askRefund', {
      params: { key },
      headers: { 'idempotency-key': newKey() },
      body: { amountCents, reason: 'asked for', verificationId: call.verificationId },
    });

  it('above what was paid is not begun', () =>
    leavesNothing(async () => expectRefusal(await ask(settled, 9_001), 'refund_over_paid')));

  it('of a payment that came back is not begun', () =>
    leavesNothing(async () => expectRefusal(await ask(returned, 2_000), 'not_refundable')));

  it('a second time, while the first is under way, is not begun', async () => {
    expect(await ask(settled, 9_000)).toMatchObject({ ok: true });
    await leavesNothing(async () => expectRefusal(await ask(settled, 9_000), 'refund_open'));
  });
});

describe('a void', () => {
  it('after the cut-off takes nothing back', async () => {
    const key = newKey();
    await call.pay(await debitOrder(backend, call, 1_100, { debitOn: '2026-11-30' }), key);
    backend.moveTo('2026-11-30T17:00-08:00');
    const { desk } = await verifiedCall(await backend.signIn());
    const body = { reason: 'changed their mind' };
    await leavesNothing(async () =>
      expectRefusal(await desk.ask('voidPayment', { params: { key }, body }), 'too_late_to_void'),
    );
  });
});

describe('a file of returns', () => {
  const lineOf = (start: string) => answer.split('\n').findIndex(line => line.startsWith(start));
  const withLine = (start: string, change: (line: string) => string) => {
    const lines = answer.split('\n');
    const at = lineOf(start);
    lines[at] = change(lines[at] ?? '');
    return lines.join('\n');
  };
  const put = (position: number, text: string) => (line: string) =>
    line.slice(0, position - 1) + text + line.slice(position - 1 + text.length);
  const swapped = () => {
    const lines = answer.split('\n');
    const at = lineOf('6');
    return lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '').join('\n');
  };

  it.each<[string, () => string, RegExp]>([
    ['truncated', () => answer.slice(0, 94 * 3 + 40), /ends|characters/],
    ['reordered', swapped, /without an entry/],
    ['padded wrongly', () => answer.replace(/9{94}\n/, ''), /lines of nines/],
    ['with a line too long', () => withLine('6', line => `${line} `), /95 characters/],
    ['with a wrong hash', () => withLine('8', put(11, '0000000001')), /entry hash/],
    ['with a wrong count', () => withLine('8', put(5, '000009')), /entry\/addenda count/],
    ['with a wrong total', () => withLine('9', put(32, '000000099999')), /total of debits/],
    ['with a wrong check digit', () => withLine('6', put(12, '0')), /check digit 0/],
    ['with an unknown code', () => withLine('799', put(4, 'R99')), /no return code "R99"/],
    ['for an entry never sent', () => withLine('799', put(7, '129900000000999')), /ever sent/],
  ])('%s is refused with line and reason, and changes nothing', async (_, spoil, reason) => {
    const ach = achOf(backend);
    const spoilt = spoil();
    expect(spoilt).not.toBe(answer);
    await leavesNothing(async () => {
      const received = await receiveAchFile(ach, spoilt);
      expect(received).toMatchObject({ outcome: 'refused' });
      const faults = received.outcome === 'refused' ? received.faults : [];
      expect(faults.map(fault => fault.reason).join('\n')).toMatch(reason);
      for (const fault of faults) {
        expect(fault.line).toBeGreaterThan(0);
        expect(fault.reason).toMatch(/^[A-Z][^\n]*\.$/);
      }
    });
    await ach.end();
  });

  it('that came before is known again, and changes nothing', async () => {
    const ach = achOf(backend);
    await leavesNothing(async () =>
      expect(await receiveAchFile(ach, answer)).toEqual({ outcome: 'repeated', as: 'applied' }),
    );
    await ach.end();
  });
});

it('after all of it no payment is left half done', async () => {
  const { rows } = await backend.pool.query(
    "SELECT count(*)::int AS open FROM payment WHERE state IN ('sent', 'unknown') AND source <> 'seeded'",
  );
  expect(rows).toEqual([{ open: 0 }]);
});
