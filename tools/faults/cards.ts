import type { Stream } from '#backend/seed/draws/stream.ts';
import type { CardEntry } from '#shared/cards/card-entry.ts';

function withCheckDigit(digits: string): string {
  const doubled = [...digits].reverse().map((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  const sum = doubled.reduce((total, each) => total + each, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const entry = (number: string): CardEntry => ({
  number,
  expiry: '04/31',
  securityCode: '123',
  postalCode: '94612',
});

/** The numbers that Stripe publishes as always approved, of brands with three-digit security codes. */
const approved = ['4242424242424242', '4000056655665556', '5555555555554444', '6011111111111117'];

/** A card that the sandbox approves. */
export const approvedCard = (stream: Stream) => entry(stream.pick(approved));

/** A card that the sandbox declines, for good, and that was never used before. */
export const declinedCard = (stream: Stream) =>
  entry(withCheckDigit(`49${String(stream.int(0, 9_999_999_999_999)).padStart(13, '0')}`));
