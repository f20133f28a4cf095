import { z } from 'zod';
import type { CheckedPage } from '#db/cache/apply-page.ts';
import { mirrorTables } from '#db/cache/mirror-tables.ts';
import { Change, ChangesPage, FEED_VERSION } from '#shared/contract/changes.ts';
import { type MirrorEntity, mirrorEntities } from '#shared/sync/mirror-rows.ts';

export type PageRead =
  | { readonly kind: 'page'; readonly page: CheckedPage }
  /** Its rows are newer than this desk understands. */
  | { readonly kind: 'other_version' }
  /** No page at all. */
  | { readonly kind: 'nonsense' };

const Version = z.object({ feedVersion: z.int().min(FEED_VERSION + 1) });
const Page = ChangesPage.extend({ changes: z.array(z.unknown()).max(20_000) });
const Named = z.object({
  entity: z.string().regex(/^\w{1,40}$/),
  id: z.string().regex(/^[\w-]{1,64}$/),
});

function entityOf(change: unknown): MirrorEntity | undefined {
  const entity = z.object({ entity: z.string() }).safeParse(change).data?.entity;
  return mirrorEntities.find(each => each === entity);
}

/** Whether the row is the one its change names: it would be kept under another's name. */
function isItself({ entity, id, guarantorId, row }: Change): boolean {
  if (row === null) return true;
  const given: Record<string, unknown> = row;
  return given[mirrorTables[entity].id[1]] === id && row.guarantorId === guarantorId;
}

/** The first thing that is wrong with a change: field and rule, never what stands there. */
function faultOf(change: unknown, checked: ReturnType<typeof Change.safeParse>): string {
  if (checked.success) return 'another row than it says';
  if (!entityOf(change)) return 'unknown entity';
  const [issue] = checked.error.issues;
  return `${issue?.path.join('.')} ${issue?.code}`;
}

function nameOf(change: unknown): string {
  const { entity = '?', id = '?' } = Named.partial().safeParse(change).data ?? {};
  return `${entity} ${id}`;
}

/**
 * Reads the answer to a question for changes. Each change is checked on its own: the good ones are
 * given, the others counted and the last of them named.
 */
export function readPage(body: unknown): PageRead {
  if (Version.safeParse(body).success) return { kind: 'other_version' };
  const read = Page.safeParse(body);
  if (!read.success) return { kind: 'nonsense' };
  const changes: Change[] = [];
  let count = 0;
  let last: string | null = null;
  for (const change of read.data.changes) {
    const checked = Change.safeParse(change);
    if (checked.success && isItself(checked.data)) {
      changes.push(checked.data);
    } else {
      count += 1;
      last = `${nameOf(change)}: ${faultOf(change, checked)}`;
    }
  }
  const { feedVersion: _, asOf, ...page } = read.data;
  return {
    kind: 'page',
    page: { ...page, asOf: Date.parse(asOf), changes, refused: { count, last } },
  };
}
