import { type RawBuilder, sql } from 'kysely';
import { ProgrammeReferral } from '#shared/hardship/programmes.ts';
import type { Database } from '../../database/connect.ts';

async function read(db: Database, which: RawBuilder<unknown>): Promise<ProgrammeReferral[]> {
  const { rows } = await sql`
    SELECT programme_referral_id AS "programmeReferralId", case_id AS "caseId", programme, organization, contact,
      referred_on AS "referredOn", screening_said AS "screeningSaid", in_spite AS "inSpite",
      last.follow_up_on AS "followUpOn", last.outcome, steps
    FROM programme_referral
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('kind', kind, 'by', name, 'happenedOn', happened_on, 'note', note,
          'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'followUpOn', follow_up_on, 'outcome', outcome) ORDER BY kind <> 'referred', kind = 'closed', at, step_id) AS steps,
          min(at) AS began_at
        FROM programme_step JOIN user_account USING (user_id)
        WHERE programme_step.programme_referral_id = programme_referral.programme_referral_id) AS history
      CROSS JOIN LATERAL (
        SELECT follow_up_on, outcome FROM programme_step
        WHERE programme_step.programme_referral_id = programme_referral.programme_referral_id
        ORDER BY kind = 'closed' DESC, kind = 'referred', at DESC, step_id DESC LIMIT 1) AS last
    WHERE ${which} ORDER BY last.outcome IS NOT NULL, began_at DESC, programme_referral_id`.execute(
    db,
  );
  return rows.map(row => ProgrammeReferral.parse(row));
}

/** Every referral of a guarantor to another programme, those that have not ended first, then the newest first. */
export function programmesOf(db: Database, guarantorId: string): Promise<ProgrammeReferral[]> {
  return read(db, sql`guarantor_id = ${guarantorId}`);
}

export async function findProgramme(
  db: Database,
  id: string,
): Promise<ProgrammeReferral | undefined> {
  const [found] = await read(db, sql`programme_referral_id = ${id}`);
  return found;
}
