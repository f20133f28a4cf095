import { expect, it } from 'vitest';
import { cents, noCents } from '#shared/money/cents.ts';
import { ageingShares } from '../../../renderer/call/balance/ageing-shares.ts';

const nothing = {
  current: noCents,
  days_1_30: noCents,
  days_31_60: noCents,
  days_61_90: noCents,
  days_91_on: noCents,
};
const perMille = (ageing: Partial<typeof nothing>) =>
  ageingShares({ ...nothing, ...ageing }).map(share => share.perMille);

it('gives each bucket its part of the bar', () => {
  expect(perMille({ current: cents(7500), days_31_60: cents(2500) })).toEqual([750, 0, 250, 0, 0]);
});

it('draws nothing for a balance of nothing', () => {
  expect(perMille({})).toEqual([0, 0, 0, 0, 0]);
});

it('gives a credit no part and what is owed all of it', () => {
  expect(perMille({ current: cents(-500), days_1_30: cents(100) })).toEqual([0, 1000, 0, 0, 0]);
});

it('keeps one cent beside a fortune visible', () => {
  expect(perMille({ current: cents(1), days_91_on: cents(9_999_999) })[0]).toBeGreaterThanOrEqual(
    8,
  );
});
