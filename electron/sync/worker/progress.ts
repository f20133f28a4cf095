import type { MirrorStanding } from '#db/cache/mirror-standing.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { noSync, type SyncState } from '#shared/desk/sync-state.ts';

/** What the copy's own row does not say. */
export interface Condition {
  /** Somebody is signed in who may have a copy. */
  isWanted: boolean;
  isPaused: boolean;
  /** The last question got a page for an answer. */
  isReached: boolean;
  isOtherVersion: boolean;
  trouble: SyncState['trouble'];
}

const SPEED_OVER_MS = 5_000;
/** Four times a second is as often as anybody looks. */
const TELL_EVERY_MS = 250;

function phaseOf(condition: Condition, { asOf, isFull }: MirrorStanding): SyncState['phase'] {
  if (!condition.isWanted) return 'off';
  if (condition.isOtherVersion) return 'other_version';
  if (asOf === null && condition.isPaused) return 'paused';
  if (!condition.isReached) return 'behind';
  if (asOf === null) return 'pulling';
  return isFull ? 'full' : 'current';
}

/** Guarantors a second over the last seconds. */
function createSpeed() {
  let seen: { readonly at: number; readonly done: number }[] = [];
  return (done: number): number => {
    const at = performance.now();
    const isBack = done < (seen.at(-1)?.done ?? 0);
    seen = isBack ? [] : seen.filter(each => at - each.at < SPEED_OVER_MS);
    seen.push({ at, done });
    const first = seen[0] ?? { at, done };
    return at > first.at ? Math.round(((done - first.done) * 1_000) / (at - first.at)) : 0;
  };
}

export interface Progress {
  /** Says to `admission` how far its copy is; undefined while that is not ready. */
  show(admission: number, standing: MirrorStanding | undefined): void;
  end(): void;
}

export function createProgress(
  condition: Condition,
  tell: (admission: number, state: SyncState) => void,
  everyMs = TELL_EVERY_MS,
): Progress {
  const speed = createSpeed();
  let next = noSync;
  let audience = 0;
  let told = '';
  let timer: NodeJS.Timeout | undefined;

  function tellNow(): void {
    timer = undefined;
    const text = JSON.stringify([audience, next]);
    if (text === told) return;
    told = text;
    tell(audience, next);
    timer = setTimeout(tellNow, everyMs);
  }

  return {
    show(admission, standing) {
      audience = admission;
      const { trouble } = condition;
      if (!standing) {
        const phase = condition.isWanted ? (trouble ? 'behind' : 'pulling') : 'off';
        next = { ...noSync, phase, trouble };
      } else {
        const phase = phaseOf(condition, standing);
        const perSecond = speed(standing.done);
        next = {
          phase,
          done: standing.done,
          total: standing.total,
          perSecond: phase === 'pulling' ? perSecond : 0,
          asOf: standing.asOf === null ? null : instantOf(standing.asOf),
          refused: { count: standing.refusedCount, last: standing.refusedLast },
          trouble,
        };
      }
      if (timer === undefined) tellNow();
    },
    end: () => clearTimeout(timer),
  };
}
