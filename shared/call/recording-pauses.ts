import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';

/** A stretch of a call that was not recorded, because a card or an account was typed; null when it was never resumed. */
export const RecordingPause = z.strictObject({
  pausedAt: Instant,
  resumedAt: Instant.nullable(),
});
export type RecordingPause = z.infer<typeof RecordingPause>;

/**
 * How long a pause may last: longer than any card takes to type, shorter than the desk leaves itself unlocked. The
 * organization's policy; PCI DSS 3.3.1 asks for the pause, and to record everything else is for the organization.
 */
const LONGEST_PAUSE_MS = 10 * 60_000;

interface Noted {
  readonly at: Instant;
  readonly kind: string;
}

/** The pauses of a call, of what was noted on it in order. One that a crash cut short goes on until the recording is resumed. */
export function pausesOf(events: readonly Noted[]): RecordingPause[] {
  const pauses: RecordingPause[] = [];
  for (const { at, kind } of events) {
    const last = pauses.at(-1);
    const isPaused = last?.resumedAt === null;
    if (kind === 'recording_paused' && !isPaused) pauses.push({ pausedAt: at, resumedAt: null });
    if (kind === 'recording_resumed' && last && isPaused) last.resumedAt = at;
  }
  return pauses;
}

/** What a supervisor has to see of them: a recording that did not resume, or not for too long; undefined when all is well. */
export function notResumed(
  pauses: readonly RecordingPause[],
): 'never_resumed' | 'paused_too_long' | undefined {
  if (pauses.some(({ resumedAt }) => resumedAt === null)) return 'never_resumed';
  const isLong = ({ pausedAt, resumedAt }: RecordingPause) =>
    Date.parse(resumedAt ?? pausedAt) - Date.parse(pausedAt) > LONGEST_PAUSE_MS;
  return pauses.some(isLong) ? 'paused_too_long' : undefined;
}
