import type { Change, ChangesPage } from '#shared/contract/changes.ts';
import { type Answer, askRoute, type SignedIn } from './backend-client.ts';

/** What a desk that copies would hold: rows by entity and id, and the cursor it stands at. */
export interface FeedDesk {
  readonly rows: Map<string, NonNullable<Change['row']>>;
  readonly pages: ChangesPage[];
  cursor: string | undefined;
  /** Asks for one page, of another server where one is named, without applying it. */
  ask(since?: string, url?: string): Promise<Answer<ChangesPage>>;
  /** Asks for the next page and applies it. */
  step(url?: string): Promise<ChangesPage>;
  /** Steps until there is nothing more. */
  follow(): Promise<ChangesPage>;
}

function applyTo(rows: FeedDesk['rows'], { entity, id, guarantorId, row }: Change): void {
  if (row) rows.set(`${entity} ${id}`, row);
  else rows.delete(`${entity} ${id}`);
  if (row || entity !== 'guarantor') return;
  for (const [key, theirs] of rows) if (theirs.guarantorId === guarantorId) rows.delete(key);
}

/** Copies as a desk does, over real HTTP, into memory. */
export function feedDesk(backendUrl: string, { session }: SignedIn): FeedDesk {
  const scope = [...session.user.regions].sort();
  const desk: FeedDesk = {
    rows: new Map(),
    pages: [],
    cursor: undefined,
    ask: (since, url = backendUrl) =>
      askRoute(url, 'changes', { query: { scope, ...(since && { since }) } }, session.token),
    async step(url) {
      const answer = await desk.ask(desk.cursor, url);
      if (!answer.ok) throw new Error(`The feed refused with ${answer.problem.code}.`);
      for (const change of answer.value.changes) applyTo(desk.rows, change);
      desk.pages.push(answer.value);
      desk.cursor = answer.value.next;
      return answer.value;
    },
    async follow() {
      for (;;) {
        const page = await desk.step();
        if (!page.more) return page;
      }
    },
  };
  return desk;
}
