import { expect, test } from 'vitest';
import {
  guidelineCents,
  isWithin,
  percentOfGuidelineBps,
} from '#shared/assistance/poverty-guideline.ts';
import { StateCode } from '#shared/plans/states.ts';

const state = (code: string) => StateCode.parse(code);

test.each([
  ['CA', 1, 1_596_000],
  ['GA', 4, 3_300_000],
  ['DC', 8, 5_572_000],
  ['CO', 9, 6_140_000],
  ['CO', 20, 12_388_000],
  ['AK', 1, 1_995_000],
  ['HI', 3, 3_142_000],
])('the guideline of %s for %i people is %i cents a year', (code, people, expected) => {
  expect(guidelineCents(state(code), people)).toBe(expected);
});

test.each([0, -1, 40, 2.5, Number.NaN])('a household of %d is refused', people => {
  expect(() => guidelineCents(state('CA'), people)).toThrow(/1 to 20 people/);
});

test('one cent above twice the guideline is above it, and never reads as 200 percent', () => {
  const guideline = guidelineCents(state('CA'), 1);
  expect(isWithin(2 * guideline, { percent: 200, guideline })).toBe(true);
  expect(isWithin(2 * guideline + 1, { percent: 200, guideline })).toBe(false);
  expect(percentOfGuidelineBps(2 * guideline, guideline)).toBe(20_000);
  expect(percentOfGuidelineBps(2 * guideline + 1, guideline)).toBe(20_001);
});
