import { describe, expect, it } from 'vitest';
import { shapeExpiry } from '../../../renderer/capture/shape-expiry.ts';

/** Types character by character, `<` is the backspace key. */
function typed(keys: string): string {
  let box = '';
  for (const key of keys) {
    box = shapeExpiry(key === '<' ? box.slice(0, -1) : box + key, box);
  }
  return box;
}

describe('the month a card is good through, while it is typed', () => {
  it('gets its divider by itself', () => {
    expect(typed('04')).toBe('04 / ');
    expect(typed('0428')).toBe('04 / 28');
    expect(typed('04/28')).toBe('04 / 28');
  });

  it('gets its zero where the month cannot begin otherwise', () => {
    expect(typed('428')).toBe('04 / 28');
    expect(typed('1/28')).toBe('01 / 28');
    expect(typed('1228')).toBe('12 / 28');
  });

  it('takes a year of four digits, typed or pasted', () => {
    expect(typed('042028')).toBe('04 / 28');
    expect(shapeExpiry('4/2031', '')).toBe('04 / 31');
  });

  it('is taken back digit by digit', () => {
    expect(typed('0428<')).toBe('04 / 2');
    expect(typed('0428<<')).toBe('04');
    expect(typed('04<')).toBe('0');
    expect(typed('0428<<<<')).toBe('');
    expect(typed('04<5')).toBe('05 / ');
  });
});
