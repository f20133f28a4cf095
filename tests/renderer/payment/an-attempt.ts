import type { Attempt } from '#shared/desk/attempt.ts';

let made = 0;

/** An attempt of $45.50 on a Visa ending 0002, each a minute after the one before. */
export function anAttempt(changes: Partial<Record<keyof Attempt, unknown>>): Attempt {
  made += 1;
  const at = new Date(Date.UTC(2026, 10, 21, 14, made)).toISOString();
  return {
    key: `attempt-${made}`,
    callId: '6f9b1a52-8a0e-4d6c-9a3b-0d9a4a7d7c11',
    guarantorId: '300441207',
    state: 'declined',
    method: { kind: 'card', brand: 'visa', last4: '0002' },
    amountCents: 4_550,
    committedAt: at,
    stateAt: at,
    postingOn: null,
    confirmation: null,
    decline: null,
    refusal: null,
    overriddenAt: null,
    ...changes,
  } as unknown as Attempt;
}
