import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { billReturnFee } from '#backend/ach/receive/bill-return-fee.ts';
import { collectAchAnswers } from '#backend/ach/receive/collect-answers.ts';
import { receiveAchFile } from '#backend/ach/receive/receive-ach-file.ts';
import { retriesLeft } from '#backend/ach/retries-left.ts';
import { settleAch } from '#backend/ach/settle-ach.ts';
import { ledgerReport } from '#backend/ledger/report.ts';
import { personas } from '#backend/seed/personas.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { achOf, debit } from '#tests/support/ach-desk.ts';
import { stateOf } from '#tests/support/payment-state.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

const { marisol } = personas;
const day = (date: string) => ({ today: date as CalendarDate });

let backend: TestBackend;
let ach: ReturnType<typeof achOf>;
let owedBefore: number;
beforeEach(async () => {
  backend = await startTestBackend({ at: '2026-11-24T10:00-08:00' });
  ach = achOf(backend);
  owedBefore = await owed();
});
afterEach(async () => {
  expect((await ledgerReport(backend.pool)).differences).toEqual([]);
  await ach.end();
  await backend.stop();
});

const rows = async (sql: string, values: unknown[] = []) =>
  (await backend.pool.query(sql, values)).rows;

async function owed(): Promise<number> {
  const [row] = await rows('SELECT sum(open_cents) AS cents FROM charge');
  return Number(row.cents);
}

/** A debit on an account with this ending, sent with the file of the day. */
async function sent(ending: string, amountCents = 10_000): Promise<string> {
  const key = await debit(backend, marisol, amountCents, `7003184297${ending}`, '2026-11-24');
  backend.moveTo('2026-11-24T17:05-08:00');
  await originateAch(ach);
  expect(await stateOf(backend.pool, key)).toBe('originated');
  return key;
}

/** What the bank has for us at an instant, without taking it. */
async function answersAt(instant: string): Promise<string[]> {
  backend.moveTo(instant);
  return (await ach.bank.collect()).map(each => each.text);
}

const ledgerOf = async (key: string) =>
  (
    await rows('SELECT event FROM ledger_entry WHERE payment_key = $1 ORDER BY entered_at', [key])
  ).map(each => each.event);
const exceptions = () =>
  rows('SELECT kind, code, payment_key, to_do, reason FROM ach_exception ORDER BY opened_at');

describe('a debit that the bank keeps', () => {
  it('is settled when its day has come, once, and not before', async () => {
    const key = await sent('5516');
    expect(await settleAch(ach, day('2026-11-24'))).toMatchObject({ settled: 0 });
    expect(await settleAch(ach, day('2026-11-25'))).toMatchObject({ settled: 1 });
    expect(await settleAch(ach, day('2026-11-26'))).toMatchObject({ settled: 0 });
    expect(await stateOf(backend.pool, key)).toBe('settled');
    expect(await ledgerOf(key)).toEqual(['ach_payment_approved', 'ach_payment_settled']);
    expect(await owed()).toBe(owedBefore - 10_000);
  });

  it('is settled once although several servers settle at once', async () => {
    await sent('5516');
    const other = achOf(backend);
    const counts = await Promise.all([ach, other].map(each => settleAch(each, day('2026-11-25'))));
    expect(counts.reduce((sum, each) => sum + each.settled, 0)).toBe(1);
    await other.end();
  });
});

describe('a return', () => {
  it('of an entry that has not settled opens the balance again, without a fee', async () => {
    const key = await sent('7703');
    expect(await owed()).toBe(owedBefore - 10_000);
    backend.moveTo('2026-11-25T07:00-05:00');
    expect(await collectAchAnswers(ach)).toEqual({ files: 1, refused: 0, returns: 1, notices: 0 });
    expect(await stateOf(backend.pool, key)).toBe('returned');
    expect(await settleAch(ach, day('2026-11-25'))).toMatchObject({ settled: 0 });
    expect(await owed()).toBe(owedBefore);
    expect(await ledgerOf(key)).toEqual(['ach_payment_approved', 'ach_returned_unsettled']);
    const moves = await rows(
      'SELECT to_state, moved_by, moved_through FROM payment_state_change WHERE payment_key = $1 ORDER BY at',
      [key],
    );
    expect(moves).toEqual([
      { to_state: 'sent', moved_by: 'r.ames', moved_through: null },
      { to_state: 'approved', moved_by: 'r.ames', moved_through: null },
      { to_state: 'originated', moved_by: null, moved_through: 'run ach_origination' },
      { to_state: 'returned', moved_by: null, moved_through: 'bank file' },
    ]);
    const [payment] = await rows('SELECT state_why FROM payment WHERE key = $1', [key]);
    expect(payment.state_why).toBe('R03: No account, or account not found');
    expect(await exceptions()).toMatchObject([
      { kind: 'return', code: 'R03', payment_key: key, to_do: 'other_account' },
    ]);
    expect(await rows('SELECT user_id, payment_key FROM ach_follow_up')).toEqual([
      { user_id: 'r.ames', payment_key: key },
    ]);
    expect(await rows('SELECT return_code, payment_key FROM blocked_bank_account')).toEqual([
      { return_code: 'R03', payment_key: key },
    ]);
  });

  it('of a settled one does so too, and for want of funds it may be tried twice in 180 days', async () => {
    const key = await sent('7701');
    await settleAch(ach, day('2026-11-25'));
    expect(await stateOf(backend.pool, key)).toBe('settled');
    backend.moveTo('2026-11-30T09:00-05:00');
    expect(await collectAchAnswers(ach)).toMatchObject({ returns: 1 });
    expect(await ledgerOf(key)).toEqual([
      'ach_payment_approved',
      'ach_payment_settled',
      'ach_returned_settled',
    ]);
    expect(await owed()).toBe(owedBefore);
    expect(await exceptions()).toMatchObject([{ code: 'R01', to_do: 'ask_again' }]);
    expect(await rows('SELECT * FROM blocked_bank_account')).toEqual([]);
    expect(await retriesLeft(ach.db, key, '2026-12-01' as CalendarDate)).toBe(2);
    expect(await retriesLeft(ach.db, key, '2027-05-24' as CalendarDate)).toBe(2);
    expect(await retriesLeft(ach.db, key, '2027-05-25' as CalendarDate)).toBe(0);
  });

  it('adds a fee only where a policy asks for one, with its lines', async () => {
    const key = await sent('7701');
    backend.moveTo('2026-11-30T09:00-05:00');
    await collectAchAnswers(ach);
    expect(await owed()).toBe(owedBefore);
    const bill = (cents: number, code: string) =>
      ach.db
        .transaction()
        .execute(trx => billReturnFee(trx, key, code, { cents, codes: ['R01'] }, backend.now()));
    await bill(0, 'R01');
    await bill(2_500, 'R03');
    expect(await owed()).toBe(owedBefore);
    await bill(2_500, 'R01');
    expect(await owed()).toBe(owedBefore + 2_500);
    expect(
      await rows(
        "SELECT kind, billed_cents::int FROM charge WHERE description = 'Fee for a returned debit'",
      ),
    ).toEqual([{ kind: 'late_fee', billed_cents: 2_500 }]);
  });

  it.each([
    ['7707', 'R07', 'end_autopay'],
    ['7710', 'R10', 'escalate'],
    ['7729', 'R29', 'escalate'],
  ])('with ending %s stops the account as %s demands', async (ending, code, toDo) => {
    const key = await sent(ending);
    await settleAch(ach, day('2026-11-25'));
    backend.moveTo('2026-12-15T09:00-05:00');
    expect(await collectAchAnswers(ach)).toMatchObject({ returns: 1 });
    expect(await stateOf(backend.pool, key)).toBe('returned');
    expect(await exceptions()).toMatchObject([{ code, to_do: toDo }]);
    expect(await rows('SELECT return_code FROM blocked_bank_account')).toEqual([
      { return_code: code },
    ]);
  });

  it('is applied once, however often and by however many its file is read', async () => {
    const key = await sent('7703');
    const [text = ''] = await answersAt('2026-11-25T07:00-05:00');
    const other = achOf(backend);
    const both = await Promise.all([ach, other].map(each => receiveAchFile(each, text)));
    expect(both.map(each => each.outcome).sort()).toEqual(['applied', 'repeated']);
    expect(await collectAchAnswers(ach)).toMatchObject({ files: 1, returns: 0 });
    expect(await collectAchAnswers(ach)).toMatchObject({ files: 0 });
    expect(await exceptions()).toHaveLength(1);
    expect(await ledgerOf(key)).toHaveLength(2);
    await other.end();
  });
});

interface Wanted {
  readonly account: string;
  readonly kind?: string;
  readonly isOtherBank?: true;
}

describe('a notice of change', () => {
  it.each<[string, Wanted]>([
    ['6601', { account: '70031842975500' }],
    ['6602', { account: '70031842976602', isOtherBank: true }],
    ['6605', { account: '70031842976605', kind: 'savings' }],
    ['6607', { account: '70031842975500', isOtherBank: true, kind: 'savings' }],
  ])('with ending %s makes the next entry right', async (ending, wanted) => {
    const key = await sent(ending);
    const [{ bank_token: token }] = await rows('SELECT bank_token FROM ach_entry');
    const before = (await ach.accounts.open(ach.db, [token])).get(token);
    backend.moveTo('2026-11-27T09:00-05:00');
    expect(await collectAchAnswers(ach)).toMatchObject({ notices: 1, returns: 0 });
    const after = (await ach.accounts.open(ach.db, [token])).get(token);
    expect(after?.accountNumber).toBe(wanted.account);
    expect(after?.routingNumber !== before?.routingNumber).toBe(wanted.isOtherBank ?? false);
    expect(after?.accountKind).toBe(wanted.kind ?? 'checking');
    expect(await stateOf(backend.pool, key)).toBe('originated');
    expect(await exceptions()).toMatchObject([{ kind: 'notice', to_do: 'nothing' }]);
    expect(await rows('SELECT * FROM ach_follow_up')).toEqual([]);
  });
});

/** Changes one line of a file; the sums stay as they were. */
function changed(text: string, start: string, change: (line: string) => string): string {
  const lines = text.split('\n');
  const place = lines.findIndex(line => line.startsWith(start));
  lines[place] = change(lines[place] ?? '');
  return lines.join('\n');
}

const put = (start: number, text: string) => (line: string) =>
  line.slice(0, start - 1) + text + line.slice(start - 1 + text.length);

describe('a file that does not hold is refused whole, with line and reason:', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    ['a wrong hash', text => changed(text, '8', put(11, '0000000001')), /hash/],
    ['a wrong count', text => changed(text, '8', put(5, '000009')), /count|entries/],
    ['a wrong total', text => changed(text, '9', put(32, '000000010001')), /debit|total/],
    ['an unknown return code', text => changed(text, '799', put(4, 'R99')), /R99/],
    [
      'an entry that was never sent',
      text => changed(text, '799', put(7, '129900000000077')),
      /ever sent/,
    ],
    ['another bank', text => changed(text, '799', put(28, '02100002')), /was sent to bank/],
    ['a truncated file', text => text.slice(0, 300), /ends|characters/],
  ])('%s', async (_what, spoil, reason) => {
    const key = await sent('7703');
    const [text = ''] = await answersAt('2026-11-25T07:00-05:00');
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    const received = await receiveAchFile(ach, spoilt);
    expect(received).toMatchObject({ outcome: 'refused' });
    if (received.outcome !== 'refused') return;
    expect(received.faults.map(each => each.reason).join(' ')).toMatch(reason);
    expect(await stateOf(backend.pool, key)).toBe('originated');
    expect(await owed()).toBe(owedBefore - 10_000);
    expect(await rows('SELECT outcome FROM ach_received_file')).toEqual([{ outcome: 'refused' }]);
    expect(await exceptions()).toMatchObject([{ kind: 'refused_file', to_do: 'ask_bank' }]);
    expect(await receiveAchFile(ach, spoilt)).toEqual({ outcome: 'repeated', as: 'refused' });
    expect(await exceptions()).toHaveLength(1);
  });

  it('an amount that is not the entry’s, though all sums agree', async () => {
    const key = await sent('7703', 12_345);
    const [text = ''] = await answersAt('2026-11-25T07:00-05:00');
    const other = text.replaceAll('0000012345', '0000012346');
    expect(await receiveAchFile(ach, other)).toMatchObject({
      outcome: 'refused',
      faults: [{ reason: expect.stringMatching(/was of \$123\.45; what comes back is \$123\.46/) }],
    });
    expect(await stateOf(backend.pool, key)).toBe('originated');
  });

  it('a return of what came back before, in another file', async () => {
    await sent('7703');
    const [text = ''] = await answersAt('2026-11-25T07:00-05:00');
    expect(await receiveAchFile(ach, text)).toMatchObject({ outcome: 'applied' });
    const again = changed(text, '1', put(34, 'B'));
    expect(await receiveAchFile(ach, again)).toMatchObject({
      outcome: 'refused',
      faults: [{ reason: expect.stringMatching(/came back before, with R03/) }],
    });
  });
});
