import { describe, expect, it } from 'vitest';
import { caretIn, groupNumber } from '../../../renderer/capture/group-number.ts';

describe('a card number while it is typed', () => {
  it('is grouped as it stands on the card', () => {
    expect(groupNumber('4242424242424242')).toBe('4242 4242 4242 4242');
    expect(groupNumber('378282246310005')).toBe('3782 822463 10005');
    expect(groupNumber('6011000990139424123')).toBe('6011 0009 9013 9424 123');
  });

  it('drops what is no digit and what no card has', () => {
    expect(groupNumber('42-42 x42')).toBe('4242 42');
    expect(groupNumber('4'.repeat(30))).toHaveLength(19 + 4);
  });

  it('keeps the caret behind the digit it was behind', () => {
    const typed = '4242 54242 4242';
    expect(caretIn(groupNumber(typed), typed, 6)).toBe(6);
    expect(caretIn('4242 4', '42424', 5)).toBe(6);
    expect(caretIn('4242', '4242 ', 5)).toBe(4);
  });
});
