import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQuestion, Unanswerable } from '#tools/apr/question.ts';
import { runTool } from '../run-tool.ts';

const advances = [{ date: '1978-01-10', amountCents: 500_000 }];
const monthly = { date: '1978-02-10', amountCents: 23_000, count: 24, every: { months: 1 } };
const ask = (question: unknown) => readQuestion(JSON.stringify(question));

test('a question from the standard input or from a file is answered with one JSON object', {
  timeout: 60_000,
}, () => {
  const question = JSON.stringify({ advances, payments: [monthly] });
  const folder = mkdtempSync(join(tmpdir(), 'apr-'));
  const file = join(folder, 'question.json');
  try {
    writeFileSync(file, question);
    for (const { status, stdout, stderr } of [
      runTool('tools/apr.ts', ['-'], question),
      runTool('tools/apr.ts', [file]),
    ]) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({
        aprPercent: 9.69,
        unitPeriod: 'month',
        financeChargeCents: 52_000,
        totalOfPaymentsCents: 552_000,
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what has no answer ends with 1 and one sentence, a wrong command with 2', {
  timeout: 60_000,
}, () => {
  const question = JSON.stringify({ advances, payments: [{ ...monthly, count: 2 }] });
  expect(runTool('tools/apr.ts', ['-'], question)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'The payments are less than the advances, so that there is no rate of 0 % or more.',
  });
  expect(runTool('tools/apr.ts', ['/nowhere.json'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is no file /nowhere.json.',
  });
  expect(runTool('tools/apr.ts', []).status).toBe(2);
});

test('a series of the 31st is paid on month ends, one without a count once', () => {
  const series = { date: '2027-01-31', amountCents: 100, count: 4, every: { months: 1 } };
  const once = { date: '2027-06-30', amountCents: 5 };
  expect(ask({ advances, payments: [series, once] }).payments.map(({ on }) => on)).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
    '2027-04-30',
    '2027-06-30',
  ]);
});

test('the same key in objects beside each other, or in what is a value, is no repetition', () => {
  const once = { date: '1978-03-10', amountCents: 600_000 };
  expect(ask({ advances, payments: [once, once] }).payments).toHaveLength(2);
  expect(() => ask({ advances, payments: [{ ...once, date: '{"date": "date": "' }] })).toThrow(
    'payments[0].date must be a date such as "2026-12-01".',
  );
});

const payments = [monthly];
test.each([
  ['', 'The question is empty.'],
  ['{', 'The question is not JSON.'],
  ['[]', 'The question must be an object.'],
  [
    '{"advances": [], "payments": [{"amountCents": 1, "amount\\u0043ents": 2}]}',
    '"amountCents" stands twice in one object; leave the one that is meant.',
  ],
  [{ payments }, 'advances must be a list.'],
  [{ advances, payments, loans: [] }, 'The question has "loans", which nobody knows.'],
  [{ advances: [5], payments }, 'advances[0] must be an object.'],
  [
    { advances: [{ date: '1978-01-10', amountCents: 0 }], payments },
    'advances[0].amountCents must be a whole number from 1 to 1,000,000,000,000.',
  ],
  [
    { advances: [{ date: '1978-01-10', amountCents: 1.5 }], payments },
    'advances[0].amountCents must be a whole number from 1 to 1,000,000,000,000.',
  ],
  [
    { advances: [{ date: '1978-02-30', amountCents: 1 }], payments },
    'advances[0].date must be a date such as "2026-12-01".',
  ],
  [
    { advances: [{ date: '1378-02-03', amountCents: 1 }], payments },
    'advances[0].date must lie in the years 1900 to 2199.',
  ],
  [
    { advances, payments: [{ ...monthly, count: 5001 }] },
    'payments[0].count must be a whole number from 1 to 5,000.',
  ],
  [
    { advances, payments: [{ ...monthly, count: 5000 }, monthly] },
    'There may be at most 5,000 advances and payments in all.',
  ],
  [
    { advances, payments: [{ ...monthly, count: 4999 }] },
    'The payments run until 2200-01-10, later than the year 2199.',
  ],
  [
    { advances, payments: [{ ...monthly, every: undefined }] },
    'payments[0] has a count, and must say "every" how long it is paid.',
  ],
  [
    { advances, payments: [{ ...monthly, every: { months: 1, days: 1 } }] },
    'payments[0].every must be {"months": 1 to 12}, {"days": 1 to 366} or {"semimonthly": true}.',
  ],
  [
    { advances: [0, 1].map(() => ({ date: '1978-01-10', amountCents: 1e12 })), payments },
    'The amounts add up to more than ten billion dollars.',
  ],
])('%j is answered: %s', (question, sentence) => {
  const read = () =>
    readQuestion(typeof question === 'string' ? question : JSON.stringify(question));
  expect(read).toThrow(Unanswerable);
  expect(read).toThrow(new Unanswerable(sentence));
});
