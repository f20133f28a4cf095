import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRecordingReference } from '#shared/call/recording-reference.ts';

it.each(['REC-C-4XK7', 'C-4XK7', 'REC-20261124-0042', 'NICE-SF2-88AB01'])('%s is one', text => {
  expect(isRecordingReference(text)).toBe(true);
});

it.each([
  ['nothing', ''],
  ['a word', 'recording'],
  ['a number alone', '20261124'],
  ['small letters', 'rec-c-4xk7'],
  ['blanks', 'REC 20261124'],
  ['a card number', '4242424242424242'],
  ['a card number with a prefix', 'REC-4242424242424242'],
  ['a card number in groups of four', 'REC-4242-4242-4242-4242'],
  ['a routing number', 'REC-107800530'],
  ['an account number', 'REC-004417726789'],
  ['a reference with an end missing', 'REC-'],
  ['more than there is room for', `REC${'-ABCDEFGHJKLM'.repeat(5)}`],
])('%s is none', (_, text) => {
  expect(isRecordingReference(text)).toBe(false);
});

it('no card number and no routing number is one, whatever stands before and wherever it is cut', () => {
  const digits = fc.string({
    unit: fc.constantFrom(...'0123456789'),
    minLength: 13,
    maxLength: 19,
  });
  fc.assert(
    fc.property(digits, fc.nat({ max: 12 }), fc.nat({ max: 12 }), (number, first, second) => {
      const parts = [number.slice(0, first), number.slice(first, first + second)];
      const cut = ['REC', ...parts, number.slice(first + second)].filter(part => part !== '');
      expect(isRecordingReference(cut.join('-'))).toBe(false);
    }),
  );
});
