import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isAnswer, matchesRecord, readBirthDate } from '#shared/verification/compare.ts';
import { discloses, Factor, factorsProven } from '#shared/verification/policy.ts';

describe('what the caller says is held against the record', () => {
  test.each([
    ['birth_date', '3/14/1962', '1962-03-14'],
    ['birth_date', '03141962', '1962-03-14'],
    ['birth_date', '1962-03-14', '1962-03-14'],
    ['birth_date', '3-14-1962', '1962-03-14'],
    ['postal_code', '94110', '94110-1234'],
    ['postal_code', ' 94110-9999 ', '94110'],
    ['phone', '(415) 555-0142', '+14155550142'],
    ['phone', '1 415 555 0142', '4155550142'],
    ['street_address', '1200 North Main Street', '1200 N. Main St'],
    ['street_address', '77 camino de la peña', '77 Camino de la Pena'],
    ['street_address', '1200 Main St., Apt #4', '1200 Main St Apt 4'],
  ] as const)('%s: %j matches %j', (factor, said, onRecord) => {
    expect(matchesRecord(factor, said, onRecord)).toBe(true);
  });

  test.each([
    ['birth_date', '3/15/1962', '1962-03-14'],
    ['birth_date', '14/3/1962', '1962-03-14'],
    ['postal_code', '94111', '94110'],
    ['phone', '415 555 0143', '+14155550142'],
    ['phone', '5550142', '+14155550142'],
    ['street_address', '1201 Main St', '1200 Main St'],
    ['street_address', '1200 Main', '1200 Main St'],
  ] as const)('%s: %j does not match %j', (factor, said, onRecord) => {
    expect(matchesRecord(factor, said, onRecord)).toBe(false);
  });

  test.each(Factor.options)(
    'saying nothing never matches a %s that is missing on record',
    factor => {
      for (const said of ['', '   ', '-', '…']) expect(matchesRecord(factor, said, '')).toBe(false);
    },
  );

  it('whatever is said gets an answer, and nonsense never matches', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Factor.options), fc.string(), (factor, said) => {
        if (!isAnswer(factor, said)) expect(matchesRecord(factor, said, said)).toBe(false);
      }),
    );
  });
});

describe('what cannot be an answer is asked again, not counted as wrong', () => {
  test.each([
    ['birth_date', '2/30/1962'],
    ['birth_date', '3/14/62'],
    ['birth_date', 'in March'],
    ['postal_code', '9411'],
    ['phone', '555 0142'],
    ['street_address', '--'],
  ] as const)('%s: %j', (factor, said) => {
    expect(isAnswer(factor, said)).toBe(false);
  });

  it('a day that no calendar has is no birth date', () => {
    expect(readBirthDate('2/29/1963')).toBeUndefined();
    expect(readBirthDate('2/29/1964')).toBe('1964-02-29');
  });
});

describe('two factors prove a caller', () => {
  it('ZIP and street address are one address and count once', () => {
    expect(factorsProven(['postal_code', 'street_address'])).toBe(1);
    expect(factorsProven(['postal_code', 'street_address', 'phone'])).toBe(2);
  });

  it('one factor discloses nothing, two disclose everything', () => {
    expect(discloses('patient', ['birth_date'])).toBe('nothing');
    expect(discloses('patient', ['birth_date', 'phone'])).toBe('everything');
    expect(discloses('guarantor', ['postal_code', 'street_address'])).toBe('nothing');
  });

  it('a guest payer hears the amount alone, whatever they know', () => {
    expect(discloses('guest_payer', [...Factor.options])).toBe('amount_only');
  });
});
