import { expect, test } from 'vitest';
import * as addenda from '#shared/ach/layout/addenda-records.ts';
import * as advices from '#shared/ach/layout/advice-records.ts';
import * as batches from '#shared/ach/layout/batch-records.ts';
import * as entries from '#shared/ach/layout/entry-records.ts';
import type { Layout } from '#shared/ach/layout/field.ts';
import { fileControl, fileHeader } from '#shared/ach/layout/file-records.ts';
import { iatAddenda } from '#shared/ach/layout/iat-addenda-records.ts';
import { readRecord } from '#shared/ach/layout/read-record.ts';
import { writeRecord } from '#shared/ach/layout/write-record.ts';

const layouts: [string, Layout][] = Object.entries({
  ...addenda,
  ...advices,
  ...batches,
  ...entries,
  fileControl,
  fileHeader,
  ...Object.fromEntries(
    Object.entries(iatAddenda).map(([type, layout]) => [`iat ${type}`, layout]),
  ),
});

test.each(layouts)('the fields of %s follow each other from position 1 to 94', (_, layout) => {
  let next = 1;
  for (const { name, start, length } of layout) {
    expect(start, name).toBe(next);
    next = start + length;
  }
  expect(next).toBe(95);
  expect(new Set(layout.map(({ name }) => name)).size).toBe(layout.length);
});

test('an entry is written where the rules say, and read back as it was written', () => {
  const values = {
    transactionCode: '27',
    rdfi: '12104288',
    checkDigit: '2',
    accountNumber: '004455667788',
    amount: 31240,
    identification: '88201447',
    receiverName: 'MARISOL',
    discretionaryData: 'S',
    addendaIndicator: '0',
    trace: '121000240000101',
  };
  const record = writeRecord(entries.entry, values);
  expect(record).toHaveLength(94);
  expect(record.slice(29, 39)).toBe('0000031240');
  const read = readRecord(entries.entry, record);
  expect(read).toMatchObject({ amount: '0000031240', trace: '121000240000101', recordType: '6' });
  expect(read.accountNumber).toBe('004455667788     ');
});

test('a value that its field has no room for is refused', () => {
  expect(() => writeRecord(fileControl, { batchCount: 1_000_000 })).toThrow(RangeError);
});
