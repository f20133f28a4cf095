import { type RawBuilder, sql } from 'kysely';
import { accessReviewPolicy } from '#shared/access-review/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { widest, zoneTable } from './zones.ts';

/**
 * The looks of some days that count for what stands out, as a table `look`: who, at whom, on which day and at
 * what time by the region's clock, on a call or not.
 */
export function looksOfDays(
  from: CalendarDate,
  to: CalendarDate,
  scope: readonly RegionCode[],
): RawBuilder<unknown> {
  return sql`look AS MATERIALIZED (
    SELECT access_event.user_id, role, coalesce(access_event.mrn, guarantor.guarantor_id) AS subject,
      coalesce(patient.full_name, guarantor.full_name) AS subject_name, patient.name_key,
      coalesce(patient.family_name, guarantor.family_name) AS family_name,
      call_id IS NULL AS without_call, (access_event.at AT TIME ZONE zone.name)::date AS day,
      (access_event.at AT TIME ZONE zone.name)::time AS clock
    FROM access_event LEFT JOIN patient ON patient.mrn = access_event.mrn
      JOIN guarantor ON guarantor.guarantor_id = coalesce(patient.guarantor_id, access_event.guarantor_id)
      JOIN ${zoneTable(scope, from, to)} ON zone.region = guarantor.region
      JOIN user_account ON user_account.user_id = access_event.user_id
    WHERE ${sql.join(widest(from, to), sql` AND `)} AND access_event.at >= zone.begin_at AND access_event.at < zone.end_at
      AND coalesce(access_event.mrn, access_event.guarantor_id) IS NOT NULL
      AND action <> ALL (${accessReviewPolicy.notCounted.actions}::text[]))`;
}
