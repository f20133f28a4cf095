import { describe, expect, test } from 'vitest';
import {
  adviceBatchControl,
  adviceEntry,
  adviceFileControl,
} from '#shared/ach/layout/advice-records.ts';
import { batchHeader } from '#shared/ach/layout/batch-records.ts';
import { fileHeader } from '#shared/ach/layout/file-records.ts';
import { writeRecord } from '#shared/ach/layout/write-record.ts';
import { checkLines, put, withLine } from './ach-files.ts';

const OPERATOR = '06100014';
const totals = { entryAddendaCount: 3, entryHash: 36_312_864 };
const money = { totalDebits: 412_500_000_000, totalCredits: 81_240 };
const filler = '9'.repeat(94);

const entry = (sequence: number, transactionCode: string, amount: number) =>
  writeRecord(adviceEntry, {
    transactionCode,
    rdfi: '12104288',
    checkDigit: '2',
    accountNumber: '100200300',
    amount,
    adviceRouting: '121042882',
    fileIdentification: '11131',
    operatorData: 'A',
    receiverName: 'GOLDEN VALLEY BANK',
    addendaIndicator: '0',
    operatorRouting: OPERATOR,
    julianDay: '329',
    sequence,
  });

/** What an operator tells a bank that it booked: two sums of debits, more than other records have room for. */
const advices = [
  writeRecord(fileHeader, {
    immediateDestination: ' 121042882',
    immediateOrigin: ' 061000146',
    fileCreationDate: '261125',
    fileCreationTime: '0610',
    fileIdModifier: 'A',
    immediateDestinationName: 'GOLDEN VALLEY BANK',
    immediateOriginName: 'ACH OPERATOR',
  }),
  writeRecord(batchHeader, {
    serviceClass: '280',
    companyName: 'ACH OPERATOR',
    companyId: '0610001460',
    secCode: 'ADV',
    entryDescription: 'ACCOUNTING',
    effectiveDate: '261125',
    originatorStatus: '0',
    odfi: OPERATOR,
    batchNumber: 1,
  }),
  entry(1, '84', 400_000_000_000),
  entry(2, '82', 12_500_000_000),
  entry(3, '83', 81_240),
  writeRecord(adviceBatchControl, {
    serviceClass: '280',
    ...totals,
    ...money,
    odfi: OPERATOR,
    batchNumber: 1,
  }),
  writeRecord(adviceFileControl, { batchCount: 1, blockCount: 1, ...totals, ...money }),
  filler,
  filler,
  filler,
];

describe('a file of advices (ADV)', () => {
  test('that is right adds up, with neither fault nor warning', () => {
    expect(checkLines(advices)).toMatchObject({
      ok: true,
      batches: 1,
      entries: 3,
      addenda: 0,
      debitCents: 412_500_000_000,
      creditCents: 81_240,
      faults: [],
      warnings: [],
    });
  });

  test('whose blanks at the end of its control were lost is as good', () => {
    const { ok, warnings } = checkLines(withLine(advices, 7, line => line.trimEnd()));
    expect({ ok, lines: warnings.map(({ line }) => line) }).toEqual({ ok: true, lines: [7] });
  });

  const wrong: [string, number, (line: string) => string, RegExp][] = [
    ['a total of debits in the batch', 6, put(40, '9'), /^6 The total of debits says/],
    ['a total of credits in the file', 7, put(71, '9'), /^7 The total of credits says/],
    ['a hash', 6, put(20, '9'), /^6 The entry hash says/],
    ['a count in the file', 7, put(21, '9'), /^7 The entry\/addenda count says/],
    ['a number of batches', 7, put(7, '2'), /^7 The batch count says/],
    ['a number of blocks', 7, put(13, '2'), /^7 The block count says/],
    ['a check digit', 3, put(12, '3'), /^3 The check digit 3 of bank 12104288 should be 2/],
    ['a code of payments', 3, put(2, '27'), /^3 There is no transaction code 27/],
    ['a sequence that does not go up', 4, put(91, '0001'), /^4 The trace number .* entry before/],
    ['a service class of payments', 2, put(2, '225'), /^2 An ADV batch has service class 280/],
    ['an amount in letters', 3, put(30, 'X'), /^3 The amount .* other than digits/],
    ['a line too short', 3, line => line.slice(0, 90), /^3 The line has 90 characters/],
    ['another batch number', 6, put(94, '2'), /^6 The batch number/],
  ];
  test.each(wrong)('with %s wrong is refused', (_, at, change, reason) => {
    const { ok, faults } = checkLines(withLine(advices, at, change));
    expect(ok).toBe(false);
    expect(faults.map(({ line, reason: why }) => `${line} ${why}`).join('\n')).toMatch(reason);
  });

  test('stands apart from payments, which have no service class of advices', () => {
    const payments = withLine(advices, 2, put(51, 'PPD'));
    expect(checkLines(payments).faults[0]).toMatchObject({
      line: 2,
      reason: 'Service class 280 is for ADV batches only.',
    });
  });
});
