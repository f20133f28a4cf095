import { z } from 'zod';
import type { Cursor } from '#shared/contract/changes.ts';
import { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { Refused } from '../http/refused.ts';

/** A transaction's number in full: 64 bits, so it never comes round again. */
const TransactionNumber = z.string().regex(/^\d{1,19}$/);

/** Everything up to and with the entry that is named here has been given. */
export const LogPlace = z.tuple([TransactionNumber, z.enum(mirrorEntities), z.string().max(64)]);
export type LogPlace = z.infer<typeof LogPlace>;

/** The guarantor up to whom and with whom everything has been given. */
const PullPlace = z.tuple([RegionCode, GuarantorId]);

/** How many guarantors are read for a page: as many as made a full one of the page before. */
export const MOST_GUARANTORS = 500;

const Place = z.union([
  z.strictObject({
    copy: z.uuid(),
    pulled: PullPlace,
    done: z.int().nonnegative(),
    take: z.int().min(1).max(MOST_GUARANTORS),
  }),
  z.strictObject({ copy: z.uuid(), told: LogPlace }),
]);
/** Which copy, and how far it is. The rest is kept with the copy, so that a cursor cannot lie about it. */
export type Place = z.infer<typeof Place>;

/** The place before every entry of a transaction. */
export function before(transaction: string): LogPlace {
  return [transaction, 'guarantor', ''];
}

export function cursorOf(place: Place): Cursor {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor back; refuses `cursor_refused` for one that no backend has made. */
export function placeOf(cursor: Cursor): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refused('cursor_refused');
  }
}
