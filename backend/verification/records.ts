import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Mrn } from '#shared/identifiers/mrn.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { CallerRole, Factor } from '#shared/verification/policy.ts';
import type { Database } from '../database/connect.ts';

/** A patient with their guarantor, as verification needs them. */
export async function subjectOf(db: Database, mrn: Mrn | string, scope: readonly RegionCode[]) {
  return db
    .selectFrom('patient')
    .innerJoin('guarantor', 'guarantor.guarantor_id', 'patient.guarantor_id')
    .where('mrn', '=', mrn)
    .where('region', 'in', [...scope])
    .select([
      'mrn',
      'patient.guarantor_id',
      'patient.birth_date',
      'deceased_on',
      'relationship',
      'verification_failures',
      'locked_at',
      'region',
    ])
    .executeTakeFirst();
}
export type Subject = NonNullable<Awaited<ReturnType<typeof subjectOf>>>;

/** What is on record about whoever is calling: the guarantor's own data, or else the patient's. */
export async function factorsOnRecord(
  db: Database,
  role: CallerRole,
  subject: Pick<Subject, 'mrn' | 'guarantor_id'>,
): Promise<Record<Factor, string>> {
  const asked = ['birth_date', 'postal_code', 'street as street_address', 'phone'] as const;
  const { mrn, guarantor_id: guarantorId } = subject;
  return role === 'guarantor'
    ? db
        .selectFrom('guarantor')
        .where('guarantor_id', '=', guarantorId)
        .select(asked)
        .executeTakeFirstOrThrow()
    : db.selectFrom('patient').where('mrn', '=', mrn).select(asked).executeTakeFirstOrThrow();
}

/** Whether somebody of this name holds an authorisation for the patient that is valid on a day. */
export async function isAuthorised(
  db: Database,
  mrn: string,
  callerName: string | undefined,
  today: CalendarDate,
): Promise<boolean> {
  if (!callerName) return false;
  const row = await db
    .selectFrom('authorised_representative')
    .select('mrn')
    .where('mrn', '=', mrn)
    .where('name_key', '=', sql<string>`name_key(${callerName})`)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the guarantor, being a patient too, has died. */
export async function guarantorIsDeceased(db: Database, guarantorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('patient')
    .select('mrn')
    .where('guarantor_id', '=', guarantorId)
    .where('relationship', '=', 'self')
    .where('deceased_on', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
