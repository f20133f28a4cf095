import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { WriteDb } from '#db/handles.ts';
import { startCall } from '#db/journal/calls.ts';
import type { NewAttempt } from '#db/journal/commit-attempt.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { cents } from '#shared/money/cents.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';

export const migrationsOf = (file: 'journal' | 'cache') =>
  join(import.meta.dirname, `../../db/${file}/migrations`);

export const fileKey = '5a'.repeat(32);
export const otherKey = 'a5'.repeat(32);

export const at = (text: string) => new Date(text).toISOString() as Instant;

export const callId = '6f9b1a52-8a0e-4d6c-9a3b-0d9a4a7d7c11';
export const userId = 'r.ames';

export function beginCall(db: WriteDb): void {
  startCall(db, {
    callId,
    reference: 'C-4XK7',
    userId,
    startedAt: at('2026-11-21T18:00:00Z'),
    options: { language: 'en', interpreter: false, tty: false },
  });
}

export function newKey(): AttemptKey {
  return uuidv7() as AttemptKey;
}

const charges = ['1', '2', '3'].map(digit => `0f0e0d0c-0b0a-4908-8706-05040302010${digit}`);

/** A payment of $312.40 over three charges, just confirmed. */
export function anAttempt(key = newKey()): NewAttempt {
  const amounts = [10_000, 20_000, 1_240];
  return {
    key,
    callId,
    guarantorId: '300441207' as GuarantorId,
    amountCents: cents(31_240),
    method: { kind: 'card', brand: 'visa', last4: '4242' },
    authorisation: null,
    storedMethodId: null,
    allocation: amounts.map((amount, index) => ({
      chargeId: charges[index] ?? '',
      amountCents: cents(amount),
    })),
    committedAt: at('2026-11-21T18:04:12Z'),
    nextTryAt: at('2026-11-21T18:05:12Z'),
    userId,
    orderFingerprint: 'f00d',
  };
}
