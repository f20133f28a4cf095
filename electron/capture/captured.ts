import type { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import type { BankToken, CardToken } from '#shared/contract/vault.ts';

/** By what it is charged: the token of a capture, or what is kept, whose token this desk never sees. */
type ChargedBy =
  | {
      readonly token: string;
      /** Under which id it is being kept for later calls, once the caller agreed to that. */
      readonly keepAs?: string;
    }
  | { readonly methodId: string };

/** A card or a bank account as the vault gave it back, or as it is kept. */
export type CapturedMethod = ChargedBy &
  (
    | ({ readonly kind: 'card' } & Omit<CardToken, 'token'>)
    | ({ readonly kind: 'ach'; readonly authorisation: AchAuthorisation | null } & Omit<
        BankToken,
        'token' | 'routingNumber'
      >)
  );

/**
 * What was captured, or chosen from what is kept, on the open call: by what it is charged and what may be shown
 * of it, in memory only. It ends with the payment, the call, a lock or the process; nothing of it is ever kept
 * for later here.
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
