import { instantOf } from '#shared/calendar/dates.ts';
import type { FoundPatient } from '#shared/contract/patients.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { PaymentState } from '#shared/payments/states.ts';

/** A call that has just been started, changed by what the test is about. */
export function aCall(changes: Partial<OpenCall> = {}): OpenCall {
  return {
    callId: '6f9b1a52-8a0e-4d6c-9a3b-0d9a4a7d7c11',
    reference: 'C-4XK7',
    startedAt: instantOf(0),
    skips: [],
    options: { language: 'en', interpreter: false, tty: false },
    recording: 'on',
    patient: null,
    verification: null,
    card: null,
    bankAccount: null,
    storedMethodId: null,
    agreed: null,
    said: [],
    attempts: [],
    kept: [],
    events: [],
    notes: '',
    ...changes,
  };
}

export const marisol = { mrn: '04471883', lockedAt: null } as FoundPatient;

/** A verification of the patient's caller in some state. */
export function verification(changes: Partial<Verification>): Verification {
  return { callerRole: 'patient', state: 'open', discloses: 'nothing', ...changes } as Verification;
}

export const verified = verification({ state: 'verified', discloses: 'everything' });
export const guest = verification({
  callerRole: 'guest_payer',
  state: 'verified',
  discloses: 'amount_only',
});

export function anAttempt(state: PaymentState): Attempt {
  return { key: `key-${state}`, state } as unknown as Attempt;
}
