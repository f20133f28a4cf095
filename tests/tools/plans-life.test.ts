import { expect, test } from 'vitest';
import { BadArguments } from '#backend/command/typed-words.ts';
import { readArguments } from '#tools/plans-life/arguments.ts';
import { secondOpinion } from '#tools/plans-life/second-opinion.ts';

/** 1,200.00 at 10 % over 6 months, agreed on 1 December, as it is disclosed. */
const told = {
  agreedOn: '2026-12-01',
  rateBps: 1000,
  amountFinancedCents: 120_000,
  payments: ['01', '02', '03', '04', '05', '06'].map(month => ({
    dueOn: `2027-${month}-01`,
    amountCents: month === '06' ? 20_589 : 20_587,
  })),
};
const paid = (...days: string[]) => days.map(on => ({ on, cents: 20_587 }));

test('the second reckoning of a plan gives what is reckoned by hand', () => {
  expect(secondOpinion(told, { paid: [] }, '2026-12-01')).toEqual({
    ...{ principal: 120_000, interest: 0, pastDue: 0, earned: 0, toCome: 6 },
  });
  // 1,200 × 10 ÷ 1,200 = 10.00; 1,004.13 × 10 ÷ 1,200 × 15 ÷ 30 = 4.18
  expect(secondOpinion(told, { paid: paid('2027-01-01') }, '2027-01-16')).toEqual({
    ...{ principal: 100_413, interest: 418, pastDue: 0, earned: 1418, toCome: 5 },
  });
  // Nothing is paid: 10.00 twice, and both payments are past due.
  expect(secondOpinion(told, { paid: [] }, '2027-02-28')).toMatchObject({ pastDue: 41_174 });
});

test('while a plan rests nothing is earned, and what was left of the month is earned right before it ends', () => {
  const happened = { paid: paid('2027-01-01'), rest: { on: '2027-01-11', months: 3 } };
  const rested = { principal: 100_413, interest: 279, pastDue: 0, toCome: 5 };
  expect(secondOpinion(told, happened, '2027-01-11')).toMatchObject(rested);
  expect(secondOpinion(told, happened, '2027-04-10')).toMatchObject(rested);
  expect(secondOpinion(told, happened, '2027-05-01')).toMatchObject({
    interest: 837,
    pastDue: 20_587,
  });
});

test('the command takes whole numbers, and says so', () => {
  expect(readArguments(['--plans', '5', '--seed', '9'])).toEqual({
    ...{ plans: 5, months: 14, seed: '9', json: false },
  });
  expect(readArguments(['--help'])).toBeUndefined();
  expect(() => readArguments(['--plans', '0'])).toThrow(BadArguments);
  expect(() => readArguments(['--months', '1e3'])).toThrow(
    '--months takes a whole number from 1 to 36, not "1e3".',
  );
});
