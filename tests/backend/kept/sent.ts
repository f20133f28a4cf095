import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { wireReference } from '#shared/wires/reference.ts';
import type { VerifiedCall } from '#tests/support/backend-call.ts';
import { newKey } from '#tests/support/backend-call.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const zone = 'America/Los_Angeles';

/** What a desk sends after a call, as it was at the backend's clock. */
export function sentOf({ callId, guarantorId }: VerifiedCall, backend: TestBackend) {
  const now = instantOf(backend.now());
  const today = dateIn(zone, now);
  const from = { callId, guarantorId, userId: 'r.ames' };
  return {
    today,
    inDays: (days: number) => addDays(today, days),
    note: (changes = {}) => {
      const noteId = newKey();
      const body = { noteId, ...from, writtenAt: now, text: 'Asked about the MRI.', ...changes };
      return { params: { noteId }, body };
    },
    promise: (
      changes: { amountCents?: number; promisedOn?: CalendarDate; madeAt?: string } = {},
    ) => {
      const promiseId = newKey();
      const body = {
        promiseId,
        ...from,
        madeAt: now,
        amountCents: 31_240,
        promisedOn: addDays(today, 10),
        reason: 'payday' as const,
        note: '',
        ...changes,
      };
      return { params: { promiseId }, body };
    },
    referral: (mrn: string, changes = {}) => {
      const referralId = newKey();
      const body = {
        referralId,
        ...from,
        mrn,
        referredAt: now,
        programme: 'mfa' as const,
        language: 'en' as const,
        context: 'Lost work in October; three at home.',
        ...changes,
      };
      return { params: { referralId }, body };
    },
    wire: (billPayNumber: string, changes = {}) => {
      const wireId = newKey();
      const draw = (below: number) => Math.floor(Math.random() * below);
      const body = {
        wireId,
        ...from,
        notedAt: now,
        ledger: 'medical' as const,
        method: 'wire' as const,
        reference: wireReference(billPayNumber, draw),
        amountCents: 31_240,
        expectedOn: nextTuesday(today),
        ...changes,
      };
      return { params: { wireId }, body };
    },
  };
}

/** The next Tuesday: no day of the bank calendar falls on the ones these tests run on. */
function nextTuesday(today: CalendarDate): CalendarDate {
  let day = addDays(today, 1);
  while (new Date(`${day}T12:00Z`).getUTCDay() !== 2) day = addDays(day, 1);
  return day;
}
