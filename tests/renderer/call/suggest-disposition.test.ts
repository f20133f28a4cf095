import { expect, it } from 'vitest';
import { suggestDisposition } from '../../../renderer/call/wrap-up/suggest-disposition.ts';
import { aCall, anAttempt, marisol, verification, verified } from './a-call.ts';

const known = { patient: marisol, verification: verified };

it('suggests how the call ended out of what happened on it', () => {
  const suggest = (changes: Parameters<typeof aCall>[0]) => suggestDisposition(aCall(changes));
  expect(suggest({})).toBe('disconnected');
  expect(suggest({ patient: marisol })).toBe('not_verified');
  const locked = verification({ state: 'locked' });
  expect(suggest({ patient: marisol, verification: locked })).toBe('not_verified');
  expect(suggest(known)).toBe('explained');
  expect(suggest({ ...known, attempts: [anAttempt('declined')] })).toBe('payment_declined');
  expect(suggest({ ...known, attempts: [anAttempt('not_charged')] })).toBe('explained');
});

it('calls it paid when a second card was approved, and open while any outcome is', () => {
  const suggest = (...states: Parameters<typeof anAttempt>[0][]) =>
    suggestDisposition(aCall({ ...known, attempts: states.map(anAttempt) }));
  expect(suggest('declined', 'approved')).toBe('paid');
  expect(suggest('approved', 'unknown')).toBe('payment_unknown');
  expect(suggest('approved', 'voided')).toBe('paid');
  expect(suggest('posted')).toBe('paid');
  expect(suggest('declined', 'settled')).toBe('paid');
});
