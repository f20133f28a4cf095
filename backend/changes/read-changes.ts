import { type ChangesPage, type Cursor, FEED_VERSION } from '#shared/contract/changes.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { beginCopy, type Copy, finishCopy, knownCopy, settledBy } from './copies.ts';
import { before, cursorOf, type LogPlace, type Place, placeOf } from './cursor.ts';
import { readLogPage } from './log-page.ts';
import { readPullPage } from './pull-page.ts';

type Pulled = Extract<Place, { pulled: unknown }>;

/** Guarantors of the first page, of whom nobody knows yet how many rows they have. */
const FIRST_TAKE = 50;

/** Asks of a user exactly what is theirs; refuses `scope_changed` when it is something else by now. */
function checkScope({ user }: Person, asked: readonly RegionCode[]): void {
  if ([...user.regions].sort().join() !== asked.join()) throw new Refused('scope_changed');
}

/** The next page for a cursor, or the first of a full pull. */
export async function readChanges(
  db: Database,
  person: Person,
  { since, scope }: { since?: Cursor | undefined; scope: readonly RegionCode[] },
  now: number,
): Promise<ChangesPage> {
  checkScope(person, scope);
  const place = since === undefined ? undefined : placeOf(since);
  const copy = place
    ? await knownCopy(db, person, scope, place.copy)
    : await beginCopy(db, person, scope, now);
  const page =
    place && 'told' in place
      ? await nextOfLog(db, scope, copy, place.told, now)
      : await nextOfPull(db, scope, copy, place, now);
  return { feedVersion: FEED_VERSION, since: since ?? null, total: copy.guarantors, ...page };
}

/** After the last guarantor comes everything that happened since the first page was asked for. */
async function nextOfPull(
  db: Database,
  scope: readonly RegionCode[],
  copy: Copy,
  at: Pulled | undefined,
  now: number,
) {
  const page = await readPullPage(db, scope, at?.pulled, at?.take ?? FIRST_TAKE, now);
  const { copyId, guarantors, settledAt } = copy;
  const done = Math.min(guarantors, (at?.done ?? 0) + page.guarantors);
  const next: Place = page.last
    ? ({ copy: copyId, pulled: page.last, done, take: page.take } as Pulled)
    : { copy: copyId, told: before(copy.logFrom) };
  if (!page.last) await finishCopy(db, copyId, now);
  return {
    next: cursorOf(next),
    phase: 'pull' as const,
    more: true,
    done: page.last ? done : guarantors,
    asOf: settledAt,
    changes: page.changes,
  };
}

async function nextOfLog(
  db: Database,
  scope: readonly RegionCode[],
  { copyId, guarantors }: Copy,
  told: LogPlace,
  now: number,
) {
  const asOf = await settledBy(db, now);
  const page = await readLogPage(db, scope, told, now);
  return {
    next: cursorOf({ copy: copyId, told: page.told }),
    phase: 'changes' as const,
    more: page.more,
    done: guarantors,
    asOf,
    changes: page.changes,
  };
}
