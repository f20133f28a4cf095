import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { MicroInstant } from '#shared/calendar/dates.ts';
import {
  type AccessLook,
  LOOKS_ON_A_PAGE,
  type LookFilters,
} from '#shared/contract/access-review.ts';
import { Mrn } from '#shared/identifiers/mrn.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { nameKey } from '#shared/text/name-key.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { guarantorsNamed } from '../search/guarantors-named.ts';
import { refuseOddDays, widest, zoneTable } from './zones.ts';

const Place = z.tuple([MicroInstant, z.uuid()]);

/** Reads a place that a page gave; one made by hand is refused. */
function placeOf(before: string) {
  const place = Place.safeParse(before.split('_'));
  if (!place.success) throw new Refused('search_place_unknown');
  return place.data;
}

/** The patient that was meant, or everybody of a name: their own records and those of their bills. */
async function atWhom(db: Database, patient: string, scope: readonly RegionCode[]) {
  if (Mrn.safeParse(patient).success) {
    // Whoever looked at the whole bill saw this patient's part of it.
    return sql`(access_event.mrn = ${patient} OR access_event.mrn IS NULL AND access_event.guarantor_id
      = (SELECT guarantor_id FROM patient WHERE mrn = ${patient}))`;
  }
  if (/^\d{9}$/.test(patient)) return sql`access_event.guarantor_id = ${patient}`;
  const guarantors = await guarantorsNamed(db, nameKey(patient), scope);
  return sql`access_event.guarantor_id = ANY (${guarantors}::text[])`;
}

async function conditions(
  db: Database,
  filters: LookFilters,
  before: string | null,
  scope: readonly RegionCode[],
): Promise<RawBuilder<unknown>[]> {
  const { user, patient, from, to, purpose, withoutCall } = filters;
  const [at, id] = before === null ? [] : placeOf(before);
  return [
    sql`coalesce(access_event.mrn, access_event.guarantor_id) IS NOT NULL`,
    ...widest(from, to),
    ...(from ? [sql`access_event.at >= zone.begin_at`] : []),
    ...(to ? [sql`access_event.at < zone.end_at`] : []),
    ...(user ? [sql`access_event.user_id = ${user}`] : []),
    ...(patient ? [await atWhom(db, patient, scope)] : []),
    ...(purpose ? [sql`coalesce(access_purpose(action, call_id), 'none') = ${purpose}`] : []),
    ...(withoutCall || (purpose && purpose !== 'call') ? [sql`call_id IS NULL`] : []),
    ...(id ? [sql`(access_event.at, event_id) < (${at}::timestamptz, ${id}::uuid)`] : []),
  ];
}

type Row = Omit<AccessLook, 'whom'> & {
  readonly mrn: string | null;
  readonly guarantorId: string;
  readonly name: string;
  readonly micros: string;
};

/** A page of who looked at whom among the regions of whoever asks, the latest first. */
export async function readLooks(
  db: Database,
  filters: LookFilters,
  before: string | null,
  scope: readonly RegionCode[],
) {
  refuseOddDays(filters.from, filters.to);
  const all = await conditions(db, filters, before, scope);
  const { rows } = await sql<Row>`
    SELECT event_id AS "eventId", access_event.at, guarantor.region, access_event.user_id AS "userId",
      user_account.name AS "userName", action, call_id AS "callId", reason, access_event.mrn,
      guarantor.guarantor_id AS "guarantorId", coalesce(patient.full_name, guarantor.full_name) AS name,
      coalesce(access_purpose(action, call_id), 'none') AS purpose,
      to_char(access_event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS micros
    FROM access_event LEFT JOIN patient ON patient.mrn = access_event.mrn
      JOIN guarantor ON guarantor.guarantor_id = coalesce(patient.guarantor_id, access_event.guarantor_id)
      JOIN ${zoneTable(scope, filters.from, filters.to)} ON zone.region = guarantor.region
      JOIN user_account ON user_account.user_id = access_event.user_id
    WHERE ${sql.join(all, sql` AND `)}
    ORDER BY access_event.at DESC, event_id DESC LIMIT ${LOOKS_ON_A_PAGE + 1}`.execute(db);
  const shown = rows.slice(0, LOOKS_ON_A_PAGE);
  const last = shown.at(-1);
  return {
    looks: shown.map(({ mrn, guarantorId, name, micros: _, ...look }) => ({
      ...look,
      whom: { mrn, guarantorId, name },
    })),
    earlier: rows.length > shown.length && last ? `${last.micros}_${last.eventId}` : null,
  };
}
