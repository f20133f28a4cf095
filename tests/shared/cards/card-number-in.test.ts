import { expect, test } from 'vitest';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';

test.each(['card 4242 4242 4242 4242 exp 04/31', '4242424242424242', 'amex 3782-822463-10005'])(
  'a note that holds a card number is recognised: %s',
  text => {
    expect(holdsCardNumber(text)).toBe(true);
  },
);

test.each([
  '',
  'paid by Visa ending 4242',
  'bill-pay number 1004471883, MRN 04471883',
  'call back 510 555 0147',
  '4242 4242 4242 4241',
  'statement S-300100014-02 of 2026-11-21',
])('an ordinary note is left alone: %s', text => {
  expect(holdsCardNumber(text)).toBe(false);
});
