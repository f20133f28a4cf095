import type { OpenCall } from '#shared/desk/open-call.ts';

/** What the person on the telephone may see put before the representative. */
export type ShownTo = 'no_call' | 'not_verified' | 'guest' | 'verified';

/** Nothing of a bill is on the screen until it may be said to this caller. */
export function shownTo(call: OpenCall | null): ShownTo {
  if (!call) return 'no_call';
  const { verification } = call;
  if (verification?.state !== 'verified') return 'not_verified';
  if (verification.discloses === 'amount_only') return 'guest';
  return verification.discloses === 'everything' ? 'verified' : 'not_verified';
}
