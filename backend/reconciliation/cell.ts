import { sql } from 'kysely';
import { z } from 'zod';
import { SearchedPayment } from '#shared/contract/payment-search.ts';
import type { DayPayment } from '#shared/contract/reconciliation.ts';
import { type CellItem, cellOf, type DayCell } from '#shared/reconciliation/cell.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { joined, shown } from '../search/shown.ts';
import type { RegionDay } from './day.ts';
import type { ReadParts } from './read-day.ts';
import { askProcessor } from './theirs.ts';
import { booksOf } from './weigh.ts';

/**
 * The payments behind one sum of a day, in the order of their keys: out of what the sum is made of, so that they add up
 * to it. In which batch a card payment is, only the processor says.
 */
export async function readCell(
  { db, processor }: Pick<ReadParts, 'db' | 'processor'>,
  day: RegionDay,
  cell: DayCell,
): Promise<CellItem[]> {
  const lines = cell.method === 'card' ? await askProcessor(processor, day) : [];
  if (!lines && (cell.batch !== null || cell.source === 'theirs')) {
    throw new Refused('processor_silent');
  }
  return cellOf(await booksOf(db, day, lines ?? []), cell);
}

/** What is known here of each; nothing of what somebody else calls by another name, or of another region. */
export async function knownOf(
  db: Database,
  { region }: Pick<RegionDay, 'region'>,
  items: readonly CellItem[],
): Promise<DayPayment[]> {
  const keys = items.map(({ ref }) => ref).filter(ref => z.uuid().safeParse(ref).success);
  const { rows } = await sql`
    SELECT ${shown} FROM unnest(${keys}::uuid[]) AS found (key) ${joined} WHERE region = ${region}`.execute(
    db,
  );
  const known = new Map(rows.map(row => SearchedPayment.parse(row)).map(row => [row.key, row]));
  return items.map(item => ({ ...item, payment: known.get(item.ref as never) ?? null }));
}
