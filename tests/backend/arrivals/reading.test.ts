import { expect, it, test } from 'vitest';
import { readStatement } from '#backend/arrivals/read-statement.ts';
import { statement, today } from './statements.ts';

const good = statement({
  entry_id: 'A',
  amount: '312.40',
  remittance: 'rent, "quoted"\r\nsecond line',
});
const faultsOf = (text: string) => {
  const read = readStatement(text, today);
  return read.ok ? [] : read.faults.map(({ line, reason }) => `${line}: ${reason}`);
};

it('a statement is read whole, with commas, quotes and lines inside its texts', () => {
  const read = readStatement(`\uFEFF${good}`, today);
  expect(read).toMatchObject({
    ok: true,
    entries: [{ entry_id: 'A', amount: 31_240, remittance: 'rent, "quoted"\r\nsecond line' }],
  });
});

test.each([
  ['an empty file', '', '1: the file is empty'],
  ['nothing but a header', good.split('\r\n')[0] ?? '', '1: no entry follows the header'],
  ['a column missing', good.replace('channel', 'kanal'), '1: the header lacks the column channel'],
  [
    'a field too many',
    `${statement({ amount: '1.00' }).trimEnd()},more\r\n`,
    /^2: it has 10 fields/,
  ],
  ['a quote left open', `${good}"S`, /quotes/],
  ['three decimals', statement({ amount: '1.000' }), /^2: amount must be above zero/],
  ['no cents', statement({ amount: '12' }), /^2: amount/],
  ['nothing', statement({ amount: '0.00' }), /^2: amount/],
  ['a sign', statement({ amount: '-5.00' }), /^2: amount/],
  ['a thousands separator', statement({ amount: '1,000.00' }), /^2: amount/],
  ['another currency', statement({ amount: '1.00', currency: 'EUR' }), /^2: currency must be USD/],
  ['a direction nobody knows', statement({ amount: '1.00', direction: 'in' }), /^2: direction/],
  ['a channel nobody knows', statement({ amount: '1.00', channel: 'fax' }), /^2: channel/],
  ['a day that is none', statement({ amount: '1.00', booked_on: '2026-02-30' }), /^2: booked_on/],
  ['a day to come', statement({ amount: '1.00', booked_on: '2026-11-18' }), /^2: .*has not come/],
  ['no number', statement({ amount: '1.00', entry_id: ' ' }), /^2: entry_id/],
])('%s refuses it with its line', (_what, text, reason) => {
  const [first, ...others] = faultsOf(text);
  expect(first).toMatch(reason);
  expect(others).toEqual([]);
});

it('each fault has its sentence, and the same entry twice is one', () => {
  const text = statement(
    { entry_id: 'A', amount: '1.00' },
    { entry_id: 'B', amount: 'x', currency: 'CHF' },
    { entry_id: 'A', amount: '1.00' },
  );
  expect(faultsOf(text)).toEqual([
    '3: amount must be above zero, in dollars and cents such as 312.40',
    '3: currency must be USD',
    '4: entry A of statement S-1117 stands on line 2 already',
  ]);
});
