import type { CardToken } from '#shared/contract/vault.ts';

/**
 * The card captured on the open call: its token, brand and last four, in memory only. It ends with the
 * payment, the call, a lock or the process; a card is never kept for later.
 */
export interface CapturedCard {
  keep(callId: string, card: CardToken): void;
  of(callId: string): CardToken | undefined;
  forget(): void;
}

export function createCapturedCard(): CapturedCard {
  let held: { callId: string; card: CardToken } | undefined;
  const of = (callId: string) => (held?.callId === callId ? held.card : undefined);
  return {
    keep(callId, card) {
      held = { callId, card };
    },
    of,
    forget() {
      held = undefined;
    },
  };
}
