import { expect, test } from 'vitest';
import { allowedRate } from '#shared/plans/interest-policy.ts';
import { StateCode } from '#shared/plans/states.ts';
import { on } from './plans.ts';

const applicant = (state: string, eligible: boolean, agreedOn = '2026-12-01') => ({
  state: StateCode.parse(state),
  eligible,
  agreedOn: on(agreedOn),
});

test('an eligible patient in California pays no interest, and hears which law says so', () => {
  const { rateBps, loweredBy } = allowedRate(1000, applicant('CA', true));
  expect(rateBps).toBe(0);
  expect(loweredBy?.law).toContain('California Health and Safety Code');
});

test('other patients in California, and eligible ones where no law is on file, pay the rate', () => {
  expect(allowedRate(1000, applicant('CA', false))).toEqual({ rateBps: 1000 });
  expect(allowedRate(1000, applicant('TX', true))).toEqual({ rateBps: 1000 });
});

test('a law counts from its first day on', () => {
  expect(allowedRate(1000, applicant('MD', true, '2021-12-31')).rateBps).toBe(1000);
  expect(allowedRate(1000, applicant('MD', true, '2022-01-01')).rateBps).toBe(0);
});

test('a rate of 0 % is not lowered', () => {
  expect(allowedRate(0, applicant('CA', true))).toEqual({ rateBps: 0 });
});

test('a state is one of the fifty, or the District of Columbia', () => {
  expect(StateCode.safeParse('DC').success).toBe(true);
  expect(StateCode.safeParse('XX').success).toBe(false);
});
