import { sql } from 'kysely';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { HardshipCase } from '#shared/hardship/case.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { instantText, readCases } from './read-cases.ts';

/** A case of a person's regions as it is worked on, closed ones too. */
export async function readCase(
  db: Database,
  caseId: string,
  person: Person,
  now: number,
): Promise<HardshipCase> {
  const [listed] = await readCases(db, person, sql`hardship_case.case_id = ${caseId}`, now);
  if (!listed) throw new Refused('case_not_found');
  const today = dateIn(regions[listed.region].timeZone, instantOf(now));
  const medical = sql`FROM charge JOIN account USING (account_id)
    WHERE charge.guarantor_id = ${listed.guarantorId} AND ledger = 'medical'`;
  const { rows } = await sql<object>`
    SELECT state,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('mrn', mrn, 'fullName', full_name) ORDER BY relationship <> 'self',
        full_name, mrn), '[]') FROM patient WHERE guarantor_id = ${listed.guarantorId}) AS patients,
      (SELECT coalesce(sum(open_cents), 0)::bigint ${medical}) AS "medicalCents",
      (SELECT coalesce(sum(open_cents), 0)::bigint ${medical} AND due_on < ${today}) AS "pastDueCents",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('referralId', referral_id, 'callId', call_id,
          'guarantorId', guarantor_id, 'mrn', mrn, 'userId', user_id, 'referredAt', ${instantText('referred_at')},
          'programme', programme, 'language', language, 'context', context, 'by', name)
          ORDER BY referred_at DESC, referral_id), '[]')
        FROM referral JOIN user_account USING (user_id) WHERE referral_id IN (
          SELECT about FROM hardship_item WHERE case_id = ${caseId} AND kind = 'referral')) AS referrals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('at', ${instantText('at')}, 'by', name, 'kind', kind,
          'about', about, 'detail', detail) ORDER BY at DESC, event_id DESC), '[]')
        FROM hardship_event LEFT JOIN user_account USING (user_id) WHERE case_id = ${caseId}) AS events,
      (SELECT jsonb_build_object('at', ${instantText('closed_at')}, 'by', name, 'outcome', outcome,
          'note', closing_note)
        FROM hardship_case JOIN user_account ON user_id = closed_by WHERE case_id = ${caseId}) AS closed
    FROM guarantor WHERE guarantor_id = ${listed.guarantorId}`.execute(db);
  return HardshipCase.parse({ ...listed, ...rows[0] });
}
