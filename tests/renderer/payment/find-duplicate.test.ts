import { expect, it } from 'vitest';
import { instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import {
  findDuplicate,
  wasRefusedAsDuplicate,
} from '../../../renderer/call/payment/find-duplicate.ts';
import { anAttempt } from './an-attempt.ts';

const now = instantOf(Date.UTC(2026, 10, 21, 16));

it('a payment approved on this call is a duplicate before the balance knows of it', () => {
  const approved = anAttempt({ state: 'approved' });
  expect(findDuplicate([], [approved], cents(4_550), now)?.takenAt).toBe(approved.committedAt);
  expect(findDuplicate([], [approved], cents(4_551), now)).toBeUndefined();
});

it('a declined attempt is none', () => {
  expect(findDuplicate([], [anAttempt({})], cents(4_550), now)).toBeUndefined();
});

it('what the backend refused as a repeat is warned of, until another amount is entered', () => {
  const refused = anAttempt({ state: 'not_charged', refusal: 'duplicate_suspected' });
  expect(wasRefusedAsDuplicate([refused], cents(4_550))).toBe(true);
  expect(wasRefusedAsDuplicate([refused], cents(9_100))).toBe(false);
  expect(wasRefusedAsDuplicate([refused, anAttempt({})], cents(4_550))).toBe(false);
});
