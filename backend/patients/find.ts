import { type SelectQueryBuilder, sql } from 'kysely';
import { ageOn, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type FindBy, FoundPatient } from '#shared/contract/patients.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

const MOST_FOUND = 25;
const OF_AGE = 18;

function patients(db: Database, scope: readonly RegionCode[]) {
  return db
    .selectFrom('patient')
    .innerJoin('guarantor', 'guarantor.guarantor_id', 'patient.guarantor_id')
    .where('guarantor.region', 'in', [...scope])
    .select([
      'patient.mrn',
      'patient.full_name as name',
      'patient.guarantor_id',
      'patient.birth_date',
      'patient.relationship',
      'patient.deceased_on',
      'patient.locked_at',
      'guarantor.full_name as guarantor_name',
      'guarantor.region',
      'guarantor.language',
    ]);
}

type PatientQuery = ReturnType<typeof patients>;
type PatientRow =
  PatientQuery extends SelectQueryBuilder<infer _Db, infer _Table, infer Row> ? Row : never;

/** Every word of what was typed stands somewhere in the name, whatever its case, accents, hyphens or apostrophes. */
const holdsEveryWord = (typed: string) => sql<boolean>`(
  SELECT bool_and(strpos(patient.name_key, name_key(word)) > 0)
  FROM regexp_split_to_table(${typed}, '[\\s,]+') AS word
)`;

function narrowed(query: PatientQuery, find: FindBy): PatientQuery {
  switch (find.by) {
    case 'mrn':
      return query.where('patient.mrn', '=', find.mrn);
    case 'guarantor_id':
      return query.where('patient.guarantor_id', '=', find.guarantorId);
    case 'bill_pay_number':
      return query.where('guarantor.bill_pay_number', '=', find.billPayNumber);
    case 'account_number':
      return query.where('patient.mrn', '=', eb =>
        eb
          .selectFrom('account')
          .select('account.mrn')
          .where('account_number', '=', find.accountNumber),
      );
    case 'name':
      return query
        .where('patient.birth_date', '=', find.birthDate)
        .where(holdsEveryWord(find.name));
  }
}

/** Whether a patient is under eighteen today, by the calendar of their region. */
export function isMinor(row: Pick<PatientRow, 'birth_date' | 'region'>, now: number): boolean {
  const today = dateIn(regions[row.region].timeZone, instantOf(now));
  return ageOn(row.birth_date, today) < OF_AGE;
}

/** Patients in the user's regions whom the four identifiers, or name and birth date, lead to. */
export async function findPatients(
  db: Database,
  find: FindBy,
  scope: readonly RegionCode[],
  now: number,
): Promise<FoundPatient[]> {
  const rows = await narrowed(patients(db, scope), find)
    .orderBy(sql`patient.relationship <> 'self'`)
    .orderBy('patient.name_key')
    .orderBy('patient.mrn')
    .limit(MOST_FOUND)
    .execute();
  return rows.map(row =>
    FoundPatient.parse({
      mrn: row.mrn,
      name: row.name,
      guarantorId: row.guarantor_id,
      guarantorName: row.guarantor_name,
      isGuarantor: row.relationship === 'self',
      region: row.region,
      language: row.language,
      isMinor: isMinor(row, now),
      isDeceased: row.deceased_on !== null,
      lockedAt: row.locked_at,
    }),
  );
}
