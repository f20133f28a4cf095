import { expect, test } from 'vitest';
import type {
  HouseholdForm,
  IncomeRow,
} from '../../../renderer/hardship/screening/household-form.ts';
import { formOf } from '../../../renderer/hardship/screening/household-form.ts';
import { readHousehold } from '../../../renderer/hardship/screening/read-household.ts';
import { readSaidAmount } from '../../../renderer/hardship/screening/read-said-amount.ts';

const row = (typed: string, changed: Partial<IncomeRow> = {}): IncomeRow => ({
  ...{ id: typed, source: 'wages', period: 'monthly', isConfirmed: false },
  typed,
  ...changed,
});
const typed = (changed: Partial<HouseholdForm>): HouseholdForm => ({
  ...formOf(undefined, 'CA'),
  ...changed,
});

test.each([
  ['', { state: 'unasked' }],
  ['0', { state: 'said', amountCents: 0 }],
  ['1,250.5', { state: 'said', amountCents: 125_050 }],
  ['5000000', { state: 'said', amountCents: 500_000_000 }],
  ['5000000.01', { state: 'wrong', fault: 'too_large' }],
  ['-1', { state: 'wrong', fault: 'negative' }],
  ['about 900', { state: 'wrong', fault: 'not_an_amount' }],
])('“%s” is read as it was said', (text, expected) => {
  expect(readSaidAmount(text)).toEqual(expected);
});

test.each(['0', '40', '21', '', 'two', '2.5', '-3'])(
  'a household of “%s” is asked again',
  people => {
    expect(readHousehold(typed({ people }))).toMatchObject({ fault: 'people', said: undefined });
  },
);

test('before anything is asked nothing stands against keeping it, and nothing is known', () => {
  expect(readHousehold(typed({}))).toMatchObject({
    fault: undefined,
    said: { people: 1, incomes: null, medicalExpensesCents: null, coverageOffered: null },
  });
});

test('an income that cannot be read makes all of them unknown, and is corrected before it is kept', () => {
  const read = readHousehold(typed({ rows: [row('900'), row('')] }));
  expect(read).toMatchObject({ fault: 'incomes', said: { incomes: null } });
  expect(readHousehold(typed({ medicalExpenses: '-5' }))).toMatchObject({ fault: 'expenses' });
});

test('what sounds like another period is asked back until it is said again', () => {
  const rows = [row('900'), row('48000')];
  expect(readHousehold(typed({ rows }))).toMatchObject({
    fault: 'confirm',
    toConfirm: { rows: [1], none: false },
  });
  const confirmed = readHousehold(
    typed({ rows: [row('900'), row('48000', { isConfirmed: true })] }),
  );
  expect(confirmed).toMatchObject({ fault: undefined, confirmed: { rows: [1], none: false } });
});

test('nobody with any income is asked back once, whatever stood in the rows before', () => {
  const none = typed({ rows: [row('900')], hasNone: true });
  expect(readHousehold(none)).toMatchObject({ fault: 'confirm', said: { incomes: [] } });
  expect(readHousehold({ ...none, isNoneConfirmed: true })).toMatchObject({
    fault: undefined,
    confirmed: { rows: [], none: true },
  });
  expect(readHousehold(typed({ rows: [row('0')] }))).toMatchObject({
    fault: 'confirm',
    toConfirm: { none: true },
  });
});
