import { expect, it } from 'vitest';
import { AchAuthorisation, missingElements, TelElement } from '#shared/ach/tel-authorisation.ts';

const whole = {
  language: 'es',
  wordingVersion: '2026-11',
  debitOn: '2026-11-24',
  amountCents: 5_000,
  agreedAt: '2026-11-24T18:00:00.000Z',
  recordingReference: 'REC-20261124-0042',
  payerName: 'Marisol Vega',
  acknowledged: [...TelElement.options].reverse(),
};

it('an authorisation holds each of the eight elements once, in any order', () => {
  const { acknowledged } = AchAuthorisation.parse(whole);
  expect(missingElements(acknowledged)).toEqual([]);
});

it('what is missing is named in the order in which it is read', () => {
  expect(missingElements(['amount', 'one_time'])).toEqual([
    'debit_on',
    'consumer_name',
    'account',
    'questions_number',
    'authorised_on',
    'revocation',
  ]);
});

it.each([
  ['an element twice', { acknowledged: ['amount', 'amount'] }],
  ['no reference of the recording', { recordingReference: '' }],
  ['no name', { payerName: ' ' }],
  ['an account number for a name', { payerName: '70031842975516' }],
  ['a day that does not exist', { debitOn: '2026-02-30' }],
  ['nothing to debit', { amountCents: 0 }],
])('an authorisation with %s is none', (_what, wrong) => {
  expect(AchAuthorisation.safeParse({ ...whole, ...wrong }).success).toBe(false);
});
