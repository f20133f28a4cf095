import type { Attempt } from '#shared/desk/attempt.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';

/** Whether the confirmation of this very payment was read out: noted on the call after it was confirmed. */
export function confirmationRead(
  { events }: Pick<OpenCall, 'events'>,
  { committedAt }: Pick<Attempt, 'committedAt'>,
): boolean {
  return events.some(
    ({ kind, about, at }) =>
      kind === 'said' && about === 'confirmation_read' && Date.parse(at) >= Date.parse(committedAt),
  );
}
