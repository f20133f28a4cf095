import { expect, it } from 'vitest';
import { shownTo } from '../../../renderer/call/balance/shown-to.ts';
import { aCall, guest, verification, verified } from '../call/a-call.ts';

it('nothing of a bill is shown before the caller is verified', () => {
  expect(shownTo(null)).toBe('no_call');
  expect(shownTo(aCall())).toBe('not_verified');
  expect(shownTo(aCall({ verification: verification({}) }))).toBe('not_verified');
});

it('what may be heard is not shown when the record was locked meanwhile', () => {
  const locked = verification({ state: 'locked', discloses: 'everything' });
  expect(shownTo(aCall({ verification: locked }))).toBe('not_verified');
});

it('a verified caller sees everything, a guest only what they pay', () => {
  expect(shownTo(aCall({ verification: verified }))).toBe('verified');
  expect(shownTo(aCall({ verification: guest }))).toBe('guest');
});
