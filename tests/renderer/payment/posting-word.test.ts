import { expect, test } from 'vitest';
import { postingWord } from '../../../renderer/call/payment/result/posting-word.ts';
import { resultKind } from '../../../renderer/call/payment/result/result-kind.ts';

test.each([
  ['approved', 'toCome'],
  ['posted', 'posted'],
  ['settled', 'settled'],
] as const)(
  'a payment that is %s is shown as charged, and as far as it has come',
  (state, word) => {
    expect(resultKind(state)).toBe('approved');
    expect(postingWord(state)).toBe(word);
  },
);
