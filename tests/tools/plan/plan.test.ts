import { expect, test } from 'vitest';
import { BadArguments } from '#backend/command/typed-words.ts';
import { readArguments } from '#tools/plan/arguments.ts';
import { makePlan } from '#tools/plan/make-plan.ts';
import { asTable } from '#tools/plan/print.ts';
import { runTool } from '../run-tool.ts';

const dates = '--agreed 2026-12-01 --first 2027-01-01';
const example = `--amount 1200.00 --rate 10 --months 6 ${dates} --state CA`;
const read = (words: string) => readArguments(words.split(' '));

function answer(words: string) {
  const wanted = read(words);
  if (!wanted) throw new Error('Help was asked for.');
  return makePlan(wanted);
}

test('the plan is one JSON object, and nothing else', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = runTool('tools/plan.ts', [...example.split(' '), '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const plan = JSON.parse(stdout);
  expect(plan).toMatchObject({
    ratePercent: 10,
    amountFinancedCents: 120_000,
    financeChargeCents: 3524,
    totalOfPaymentsCents: 123_524,
    aprPercent: 10,
    notes: [],
  });
  expect(plan.payments).toHaveLength(6);
  expect(plan.payments[5]).toEqual({
    dueOn: '2027-06-01',
    amountCents: 20_589,
    interestCents: 170,
    principalCents: 20_419,
    balanceCents: 0,
  });
});

test('an eligible patient in California pays no interest, and the answer says why', () => {
  const eligible = answer(`${example} --eligible`);
  expect(eligible.disclosure).toMatchObject({ aprPercent: 0, financeChargeCents: 0 });
  expect(eligible.rateLoweredBecause).toMatch(/^No interest, because California Health and Safety/);
  expect(asTable(eligible)).toContain('No interest, because');
});

test('the table shows what is disclosed, the schedule and each payment', () => {
  const lines = asTable(answer(example)).split('\n');
  expect(lines).toContain('Annual percentage rate    10.00 %');
  expect(lines).toContain('If a payment is late, $5.00 or more may be charged.');
  expect(lines).toContain('       5  $205.87  monthly from 2027-01-01');
  expect(lines).toContain('2027-06-01  $205.89     $1.70    $204.19      $0.00');
});

test('amount first: the term follows from the payment', () => {
  const { plan } = answer(`--amount 1,200 --rate 0 --pay 150.00 ${dates} --state ca`);
  expect(plan.payments).toHaveLength(8);
});

test('a few cents are paid off sooner, and an eligible patient elsewhere pays the rate: it says so', () => {
  const { notes } = answer(`--amount .05 --rate 10 --months 12 ${dates} --state TX --eligible`);
  expect(notes).toEqual([
    'No law on file for TX forbids interest to patients who qualify for assistance; ask counsel.',
    'Paid off with payment 5, because payments are whole cents.',
  ]);
});

test('a plan that there is not ends with 1 and one sentence, a wrong word with 2', {
  timeout: 60_000,
}, () => {
  const tooSmall = `--amount 1000 --rate 36 --pay 30 ${dates} --state CA`.split(' ');
  expect(runTool('tools/plan.ts', tooSmall)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'That would take more than 120 months; $30.89 a month is the least that is enough.',
  });
  expect(runTool('tools/plan.ts', ['--amount', 'much'])).toEqual({
    status: 2,
    stdout: '',
    stderr: '--amount takes an amount such as 1200.00; "much" is none.',
  });
  expect(runTool('tools/plan.ts', ['--help']).stdout).toContain('Exits with 1');
});

test.each([
  ['--rate 10', '--amount is missing; --help says what a plan needs.'],
  [example.replace('1200.00', '0'), '--amount takes an amount such as 1200.00; "0" is nothing.'],
  [example.replace('1200.00', '-5'), '--amount takes an amount such as 1200.00; "-5" is negative.'],
  [
    example.replace('--rate 10', '--rate 36.01'),
    '--rate takes a percentage from 0 to 36, such as 7.99, not "36.01".',
  ],
  [
    example.replace('--rate 10', '--rate 7.999'),
    '--rate takes a percentage from 0 to 36, such as 7.99, not "7.999".',
  ],
  [
    example.replace('--months 6', '--months 121'),
    '--months takes a whole number from 2 to 120, not "121".',
  ],
  [
    example.replace('--months 6 ', ''),
    '--months or --pay is missing; --help says what a plan needs.',
  ],
  [`${example} --pay 5`, '--months and --pay each decide the other; give one of them.'],
  [
    example.replace('2027-01-01', '2027-02-30'),
    '--first takes a date from 2000 to 2099 such as 2026-12-01, not "2027-02-30".',
  ],
  [
    example.replace('CA', 'Kalifornien'),
    `--state takes a state's postal code such as CA, not "Kalifornien".`,
  ],
  [`${example} --colour`, "Unknown option '--colour'."],
])('%s is refused in one sentence', (words, sentence) => {
  expect(() => read(words)).toThrow(BadArguments);
  expect(() => read(words)).toThrow(new BadArguments(sentence));
});
