import type { ChargedMethod } from '#shared/billing/payment-method.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { Attempt } from '#shared/desk/attempt.ts';

/** A method as the columns of an attempt hold it. */
export interface MethodColumns {
  readonly methodKind: string;
  readonly brand: string | null;
  readonly accountKind: string | null;
  readonly bankName: string | null;
  readonly last4: string;
}

export interface AttemptRow extends MethodColumns {
  readonly key: string;
  readonly callId: string;
  readonly guarantorId: string;
  readonly amountCents: number;
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
  method_kind AS methodKind, brand, account_kind AS accountKind, bank_name AS bankName,
  last4, state, refusal, decline, confirmation, posting_on AS postingOn,
  committed_at AS committedAt, state_at AS stateAt`;

/** The columns of a method. */
export function columnsOf(method: ChargedMethod): MethodColumns {
  const nothing = { brand: null, accountKind: null, bankName: null };
  const { kind, ...facts } = method;
  return { methodKind: kind, ...nothing, ...facts };
}

/** A row as the attempt that the rest of the desk speaks of. An override is the backend's and kept nowhere here. */
export function attemptOf({
  methodKind,
  brand,
  accountKind,
  bankName,
  last4,
  committedAt,
  stateAt,
  ...row
}: AttemptRow): Attempt {
  const method =
    methodKind === 'ach'
      ? { kind: 'ach', accountKind, bankName, last4 }
      : { kind: 'card', brand, last4 };
  return Attempt.parse({
    ...row,
    method,
    committedAt: instantOf(committedAt),
    stateAt: instantOf(stateAt),
    overriddenAt: null,
  });
}
