import type { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import type { BankToken, CardToken } from '#shared/contract/vault.ts';

/** A card or a bank account as the vault gave it back. */
export type CapturedMethod =
  | ({ readonly kind: 'card' } & CardToken)
  | ({ readonly kind: 'ach'; readonly authorisation: AchAuthorisation | null } & BankToken);

/**
 * What was captured on the open call: a token and what may be shown of it, in memory only. It ends with
 * the payment, the call, a lock or the process; nothing of it is ever kept for later.
 */
export interface Captured {
  keep(callId: string, method: CapturedMethod): void;
  of(callId: string): CapturedMethod | undefined;
  forget(): void;
}

export function createCaptured(): Captured {
  let held: { callId: string; method: CapturedMethod } | undefined;
  const of = (callId: string) => (held?.callId === callId ? held.method : undefined);
  return {
    keep(callId, method) {
      held = { callId, method };
    },
    of,
    forget() {
      held = undefined;
    },
  };
}
