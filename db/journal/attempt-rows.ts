import { instantOf } from '#shared/calendar/dates.ts';
import { Attempt } from '#shared/desk/attempt.ts';

export interface AttemptRow {
  readonly key: string;
  readonly callId: string;
  readonly guarantorId: string;
  readonly amountCents: number;
  readonly brand: string;
  readonly last4: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly decline: string | null;
  readonly confirmation: string | null;
  readonly postingOn: string | null;
  readonly committedAt: number;
  readonly stateAt: number;
}

/** The columns of an `AttemptRow`. */
export const attemptColumns = `
  attempt_key AS key, call_id AS callId, guarantor_id AS guarantorId, amount_cents AS amountCents,
  brand, last4, state, refusal, decline, confirmation, posting_on AS postingOn,
  committed_at AS committedAt, state_at AS stateAt`;

/** A row as the attempt that the rest of the desk speaks of. An override is the backend's and kept nowhere here. */
export function attemptOf({ brand, last4, committedAt, stateAt, ...row }: AttemptRow): Attempt {
  return Attempt.parse({
    ...row,
    method: { kind: 'card', brand, last4 },
    committedAt: instantOf(committedAt),
    stateAt: instantOf(stateAt),
    overriddenAt: null,
  });
}
