import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { RegionCode } from '../organization/regions.ts';
import { type MirrorEntity, mirrorRows } from '../sync/mirror-rows.ts';
import { route } from './route.ts';

/** Which shape of rows the feed carries; a desk that knows only older ones says so and keeps what it has. */
export const FEED_VERSION = 1;

function changeOf<const Entity extends MirrorEntity>(entity: Entity) {
  return z.object({
    entity: z.literal(entity),
    /** The row's own identifier. */
    id: z.string().min(1).max(64),
    /** Whose it is; a tombstone names its row by this and `id`. */
    guarantorId: GuarantorId,
    /** The row as it is now; null is a tombstone: gone, or out of this desk's scope. */
    row: mirrorRows[entity].nullable(),
  });
}

/** One row that changed. A tombstone of a guarantor takes everything of theirs with it. */
export const Change = z.discriminatedUnion('entity', [
  changeOf('guarantor'),
  changeOf('patient'),
  changeOf('account'),
  changeOf('charge'),
  changeOf('statement'),
  changeOf('payment'),
  changeOf('plan'),
  changeOf('dispute'),
  changeOf('application'),
]);
export type Change = z.infer<typeof Change>;

/** Opaque to the desk: which database, which scope, how far. */
export const Cursor = z.string().regex(/^[\w.~-]{1,500}$/);
export type Cursor = z.infer<typeof Cursor>;

/** What surrounds the changes of a page. */
export const ChangesPage = z.object({
  feedVersion: z.int().positive(),
  /** The cursor that was asked with; null at the beginning of a full pull. */
  since: Cursor.nullable(),
  /** To ask with next. A page is applied only where the cursor still stands at `since`. */
  next: Cursor,
  /** `pull`: part of the full pull; `changes`: what has happened since. */
  phase: z.enum(['pull', 'changes']),
  /** Whether asking at once would bring more; so it is to the end of a full pull, whose last page may be empty. */
  more: z.boolean(),
  /** Guarantors of the full pull up to and with this page, and in all; the same number once it is over. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Everything that was settled at this instant is in the pages up to here once `more` is false. */
  asOf: Instant,
  changes: z.array(Change).max(20_000),
});
export type ChangesPage = z.infer<typeof ChangesPage>;

/** The regions asked for, `NCAL,SCAL`: all of the user's, in the order of the alphabet. */
export const FeedScope = z
  .string()
  .max(200)
  .transform(text => text.split(','))
  .pipe(z.array(RegionCode).min(1));

export const changeRoutes = {
  changes: route({
    method: 'GET',
    path: '/v1/changes',
    summary: 'What has changed since a cursor, or page by page everything there is',
    query: z.object({ since: Cursor.optional(), scope: FeedScope }),
    status: 200,
    reply: ChangesPage,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      /** Of another database, too old, from the future, or unreadable: pull again from the beginning. */
      'cursor_refused',
      /** The user's regions are others than those asked for: forget everything, ask who is signed in. */
      'scope_changed',
      /** This workstation was told to forget everything it has pulled. */
      'wipe_ordered',
    ],
  }),
  wipeWorkstation: route({
    method: 'POST',
    path: '/v1/workstations/:workstationId/wipe',
    summary: 'Tell a workstation to forget what it has pulled',
    params: z.object({ workstationId: z.uuid() }),
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    status: 200,
    reply: z.object({ workstationId: z.uuid(), orderedAt: Instant }),
    problems: ['bad_request', 'signed_out', 'not_allowed', 'not_found'],
  }),
};
