import { expect, it } from 'vitest';
import { boundsOf, nowhere } from '../../../renderer/call/payment/capture/bounds-of.ts';

const panel = { left: 1000, top: 50, right: 1440, bottom: 850 };

it('the card entry lies over its place, on whole pixels', () => {
  const place = { left: 1010.4, top: 200.6, right: 1430.4, bottom: 464.6 };
  expect(boundsOf(place, panel)).toEqual({ x: 1010, y: 201, width: 420, height: 264 });
});

it('the card entry never hangs out of its panel while that scrolls', () => {
  const place = { left: 1010, top: 10, right: 1430, bottom: 270 };
  expect(boundsOf(place, panel)).toEqual({ x: 1010, y: 50, width: 420, height: 220 });
});

it('a place that cannot be seen has no card entry over it', () => {
  expect(boundsOf({ left: 1010, top: -300, right: 1430, bottom: -40 }, panel)).toBe(nowhere);
});
