import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAch } from '#shared/ach/read-ach.ts';
import type { AchPayment } from '#shared/ach/write/ach-plan.ts';
import { writeAchFile } from '#shared/ach/write/write-ach-file.ts';
import { cents } from '#shared/money/cents.ts';
import { goldenText, linesOf } from './ach-files.ts';
import { anyPlan, telPlan } from './some-plans.ts';

const runs = { numRuns: 40 };

test('the file that was made by hand is written to the byte', () => {
  expect(writeAchFile(telPlan).text).toBe(goldenText('tel.ach'));
});

test('each payment is told the trace by which its return will come', () => {
  expect(writeAchFile(telPlan).entries[1]).toEqual({
    reference: '88201448',
    trace: '121000240000102',
    batchNumber: 1,
  });
});

describe('whatever is written', () => {
  it('has neither faults nor warnings, and adds up to what was to be paid', () => {
    const property = fc.property(anyPlan, plan => {
      const { text, entries, debitCents, creditCents } = writeAchFile(plan);
      const report = readAch(text);
      expect({ faults: report.faults, warnings: report.warnings }).toEqual({
        faults: [],
        warnings: [],
      });
      expect(report).toMatchObject({ debitCents, creditCents, entries: entries.length });
      const payments = plan.batches.flatMap(batch => batch.payments);
      expect(debitCents + creditCents).toBe(payments.reduce((sum, p) => sum + p.amountCents, 0));
      expect(new Set(entries.map(({ trace }) => trace)).size).toBe(payments.length);
    });
    fc.assert(property, runs);
  });

  it('is the same to the byte when it is written again', () => {
    fc.assert(
      fc.property(anyPlan, plan => {
        expect(writeAchFile(structuredClone(plan))).toEqual(writeAchFile(plan));
      }),
      runs,
    );
  });

  it('comes in whole blocks of ten lines of 94', () => {
    fc.assert(
      fc.property(anyPlan, plan => {
        const lines = linesOf(writeAchFile(plan).text);
        expect(lines.length % 10).toBe(0);
        expect(lines.every(line => line.length === 94)).toBe(true);
      }),
      runs,
    );
  });
});

describe('a payment that no bank would take is refused before a line is written', () => {
  const refused: [string, Partial<AchPayment>, RegExp][] = [
    ['a routing number with a wrong digit', { routingNumber: '121042883' }, /routing number/],
    ['an account of 18 digits', { accountNumber: '1'.repeat(18) }, /account number/],
    ['an account with a blank', { accountNumber: '12 34' }, /account number/],
    ['nothing', { amountCents: cents(0) }, /no amount/],
    ['a negative amount', { amountCents: cents(-5) }, /no amount/],
    ['more than ten digits', { amountCents: cents(10_000_000_000) }, /no amount/],
    ['a prenote of something', { isPrenote: true }, /no amount/],
    ['a credit under TEL', { direction: 'credit' }, /TEL does not have/],
    ['addenda under TEL', { paymentInformation: 'BILL' }, /TEL does not have/],
    ['no name', { receiverName: ' ' }, /no name/],
    ['a long identification', { identification: '1'.repeat(16) }, /15 plain characters/],
  ];
  const [batch] = telPlan.batches;
  const [payment] = batch?.payments ?? [];

  test.each(refused)('%s', (_, change, reason) => {
    if (!batch || !payment) throw new Error('The plan has a payment.');
    const changed = { ...payment, ...change };
    const plan = { ...telPlan, batches: [{ ...batch, payments: [changed] }] };
    expect(() => writeAchFile(plan)).toThrow(reason);
    expect(() => writeAchFile(plan)).toThrow(/^Payment 88201447/);
  });

  it('and so are a file without batches and a batch without payments', () => {
    expect(() => writeAchFile({ ...telPlan, batches: [] })).toThrow(/needs a batch/);
    if (!batch) throw new Error('The plan has a batch.');
    const empty = { ...telPlan, batches: [{ ...batch, payments: [] }] };
    expect(() => writeAchFile(empty)).toThrow(/needs a payment/);
  });
});
