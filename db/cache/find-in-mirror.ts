import { ageOn, dateIn, type Instant } from '#shared/calendar/dates.ts';
import type { FindBy, FoundPatient } from '#shared/contract/patients.ts';
import { regions } from '#shared/organization/regions.ts';
import type { MirrorRow } from '#shared/sync/mirror-rows.ts';
import { nameKey } from '#shared/text/name-key.ts';
import type { ReadDb } from '../handles.ts';
import { readQuery } from '../query.ts';

/** As many as the backend gives. */
const MOST_FOUND = 25;
const OF_AGE = 18;

type PatientRow = Omit<MirrorRow<'patient'>, 'isDeceased'> & {
  readonly isDeceased: number;
  readonly guarantorName: string;
  readonly region: FoundPatient['region'];
  readonly language: FoundPatient['language'];
};

const patientWhere = <Given extends Record<string, string>>(condition: string) =>
  readQuery<PatientRow, Given>(`
    SELECT patient.mrn, patient.guarantor_id AS guarantorId, patient.name, name_key AS nameKey,
      birth_date AS birthDate, relationship, is_deceased AS isDeceased, locked_at AS lockedAt,
      guarantor.name AS guarantorName, region, language
    FROM patient JOIN guarantor ON guarantor.guarantor_id = patient.guarantor_id
    WHERE ${condition}`);

const byMrn = patientWhere<{ mrn: string }>('patient.mrn = :mrn');
const byGuarantor = patientWhere<{ guarantorId: string }>('patient.guarantor_id = :guarantorId');
const byBillPayNumber = patientWhere<{ billPayNumber: string }>(`patient.guarantor_id IN (
  SELECT guarantor_id FROM guarantor WHERE bill_pay_number = :billPayNumber)`);
const byAccount = patientWhere<{ accountNumber: string }>(
  'patient.mrn IN (SELECT mrn FROM account WHERE account_number = :accountNumber)',
);
const byBirthDate = patientWhere<{ birthDate: string }>('birth_date = :birthDate');

function rowsFor(db: ReadDb, find: FindBy): PatientRow[] {
  switch (find.by) {
    case 'mrn':
      return byMrn.all(db, { mrn: find.mrn });
    case 'guarantor_id':
      return byGuarantor.all(db, { guarantorId: find.guarantorId });
    case 'bill_pay_number':
      return byBillPayNumber.all(db, { billPayNumber: find.billPayNumber });
    case 'account_number':
      return byAccount.all(db, { accountNumber: find.accountNumber });
    case 'name': {
      const words = find.name.split(/[\s,]+/).map(nameKey);
      return byBirthDate
        .all(db, { birthDate: find.birthDate })
        .filter(row => words.every(word => row.nameKey.includes(word)));
    }
  }
}

/** The person who owes comes first, as at the backend; then by name. */
function inOrder(left: PatientRow, right: PatientRow): number {
  const owes = (row: PatientRow) => Number(row.relationship !== 'self');
  const key = (row: PatientRow) => `${row.nameKey} ${row.mrn}`;
  return owes(left) - owes(right) || (key(left) < key(right) ? -1 : 1);
}

/** Patients of the copy whom an identifier, or name and birth date, lead to. */
export function findInMirror(db: ReadDb, find: FindBy, now: Instant): FoundPatient[] {
  const rows = rowsFor(db, find).sort(inOrder).slice(0, MOST_FOUND);
  return rows.map(({ nameKey: _, birthDate, relationship, isDeceased, ...row }) => ({
    ...row,
    isGuarantor: relationship === 'self',
    isMinor: ageOn(birthDate, dateIn(regions[row.region].timeZone, now)) < OF_AGE,
    isDeceased: isDeceased === 1,
  }));
}
