import {
  DAY_PAYMENTS_AT_ONCE,
  type reconciliationRoutes,
} from '#shared/contract/reconciliation.ts';
import type { RouteReply } from '#shared/contract/route.ts';
import { type DayCell, sumOfCell } from '#shared/reconciliation/cell.ts';
import type { Person } from '../http/caller.ts';
import { knownOf, readCell } from './cell.ts';
import type { RegionDay } from './day.ts';
import { noteLooked } from './note-looked.ts';
import { type ReadParts, refuseNoBusinessDay } from './read-day.ts';

/** A page of the payments that make a sum of a day, after a place, and the whole that they make; who looked is kept. */
export async function readDayPayments(
  parts: ReadParts,
  day: RegionDay,
  { after, ...cell }: DayCell & { readonly after: string | undefined },
  person: Person,
): Promise<RouteReply<(typeof reconciliationRoutes)['dayPayments']>> {
  refuseNoBusinessDay(day.businessOn);
  const items = await readCell(parts, day, cell);
  const rest = after === undefined ? items : items.filter(({ ref }) => ref > after);
  const page = rest.slice(0, DAY_PAYMENTS_AT_ONCE);
  const payments = await knownOf(parts.db, day, page);
  const whose = new Set(payments.flatMap(({ payment }) => payment?.guarantorId ?? []));
  await noteLooked(parts.db, person, day, [...whose], parts.clock());
  const last = page.at(-1);
  return {
    sum: sumOfCell(items),
    payments,
    next: rest.length > page.length && last ? { after: last.ref } : null,
  };
}
