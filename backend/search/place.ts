import { z } from 'zod';
import { MicroInstant } from '#shared/calendar/dates.ts';
import type { SearchOrder, SearchSort } from '#shared/search/payment-search.ts';
import { isPlainText } from '#shared/text/plain-text.ts';
import { Refused } from '../http/refused.ts';

/** Where a payment stands in an order: what it is sorted by, when it was taken to the microsecond, its key. */
const Place = z.strictObject({
  by: z.enum(['time', 'amount', 'taker', 'state', 'method']),
  of: z.union([z.string().max(200).refine(isPlainText), z.int(), z.null()]),
  at: MicroInstant,
  key: z.uuid(),
});
export type Place = z.infer<typeof Place>;

export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a place that a page gave; one of another order, or made by hand, is refused. */
export function placeOf(cursor: string, { by }: SearchSort): Place {
  const place = Place.safeParse(parsed(cursor));
  if (!place.success || place.data.by !== by || !fits(place.data)) {
    throw new Refused('search_place_unknown');
  }
  return place.data;
}

const isOfAmount = (by: SearchOrder) => by === 'amount';

const fits = ({ by, of }: Place) =>
  by === 'time' ? of === null : isOfAmount(by) ? typeof of === 'number' : typeof of === 'string';

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
