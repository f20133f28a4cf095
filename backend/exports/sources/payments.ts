import { sql } from 'kysely';
import type { SearchedPayment } from '#shared/contract/payment-search.ts';
import { ExportedSearch } from '#shared/export/lists/payments.ts';
import { everyFound } from '../../search/every-found.ts';
import { matching } from '../../search/matching.ts';
import type { AskedSource, Exported } from '../source.ts';

/** As many as one line of the stream brings. */
const AT_ONCE = 500;

/** Every payment that a search finds, in its order, out of a cursor of the database. */
export async function exportedPayments({
  db,
  person,
  filters: asked,
  now,
}: AskedSource): Promise<Exported> {
  const { filters, sort } = ExportedSearch.parse(asked);
  const conditions = await matching(db, filters, person.user.regions, now);
  if (conditions === null) return { total: 0, batches: noBatches() };
  const { counted, rows } = everyFound(conditions, sort);
  const { rows: found } = await counted.execute(db);
  await sql`DECLARE exported NO SCROLL CURSOR FOR ${rows}`.execute(db);
  return {
    total: found[0]?.count ?? 0,
    batches: (async function* () {
      for (;;) {
        const { rows: read } =
          await sql<SearchedPayment>`FETCH ${sql.raw(String(AT_ONCE))} FROM exported`.execute(db);
        if (read.length === 0) return;
        yield read;
      }
    })(),
  };
}

async function* noBatches(): AsyncGenerator<never> {}
