import { expect, it } from 'vitest';
import { stepTo } from '../../../renderer/call/balance/walk-lines.ts';

it('walks the lines and stops at both ends', () => {
  expect(stepTo('ArrowDown', 0, 3)).toBe(1);
  expect(stepTo('ArrowDown', 2, 3)).toBe(2);
  expect(stepTo('ArrowUp', 0, 3)).toBe(0);
  expect(stepTo('Home', 2, 3)).toBe(0);
  expect(stepTo('End', 0, 3)).toBe(2);
});

it('leaves every other key alone', () => {
  expect(stepTo('a', 1, 3)).toBeUndefined();
});
