import { expect, test } from 'vitest';
import { judgeRate, thresholdOf } from '#shared/returns/judge-rate.ts';

test('the thresholds are those of the rules: 0.5, 3 and 15 percent', () => {
  expect((['unauthorised', 'administrative', 'overall'] as const).map(thresholdOf)).toEqual([
    50, 300, 1_500,
  ]);
});

test.each([
  ['unauthorised', 1_000, 0, 'fine'],
  ['unauthorised', 1_000, 3, 'fine'],
  ['unauthorised', 1_000, 4, 'near'],
  ['unauthorised', 1_000, 5, 'near'],
  ['unauthorised', 1_000, 6, 'over'],
  ['administrative', 1_000, 23, 'fine'],
  ['administrative', 1_000, 24, 'near'],
  ['administrative', 1_000, 30, 'near'],
  ['administrative', 1_000, 31, 'over'],
  ['overall', 1_000, 150, 'near'],
  ['overall', 1_000, 151, 'over'],
  ['overall', 4, 2, 'too_few'],
  ['overall', 0, 3, 'over'],
  ['overall', 0, 0, 'fine'],
] as const)('%s: of %i debits %i came back, which is %s', (kind, sent, returned, judgement) => {
  expect(judgeRate(kind, sent, returned)).toBe(judgement);
});
