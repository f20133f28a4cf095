import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { AccountNumber } from '../identifiers/account-number.ts';
import { BillPayNumber } from '../identifiers/bill-pay-number.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { RegionCode } from '../organization/regions.ts';
import { route } from './route.ts';

/** How a representative looks somebody up. Sent in a body, so that no log of addresses holds a person. */
export const FindBy = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('mrn'), mrn: Mrn }),
  z.strictObject({ by: z.literal('bill_pay_number'), billPayNumber: BillPayNumber }),
  z.strictObject({ by: z.literal('guarantor_id'), guarantorId: GuarantorId }),
  z.strictObject({ by: z.literal('account_number'), accountNumber: AccountNumber }),
  z.strictObject({
    by: z.literal('name'),
    /** With a letter in it: signs alone would find whoever was born on that day. */
    name: z.string().trim().max(120).regex(/\p{L}/u),
    birthDate: CalendarDate,
  }),
]);
export type FindBy = z.infer<typeof FindBy>;

/** What may be seen of a patient before anybody is verified: enough to greet and to warn, no more. */
export const FoundPatient = z.object({
  mrn: Mrn,
  name: z.string(),
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  isGuarantor: z.boolean(),
  region: RegionCode,
  language: z.enum(['en', 'es']),
  isMinor: z.boolean(),
  isDeceased: z.boolean(),
  lockedAt: Instant.nullable(),
});
export type FoundPatient = z.infer<typeof FoundPatient>;

export const patientRoutes = {
  findPatients: route({
    method: 'POST',
    path: '/v1/patients/find',
    summary: 'Find patients by one of the four identifiers, or by name with date of birth',
    body: z.strictObject({ find: FindBy, callId: z.uuid().nullable() }),
    status: 200,
    reply: z.object({ patients: z.array(FoundPatient).max(25) }),
    problems: ['bad_request', 'signed_out', 'not_allowed', 'patient_not_found'],
  }),
  unlockPatient: route({
    method: 'POST',
    path: '/v1/patients/unlock',
    summary: 'Open a record that three wrong answers locked; a supervisor says why',
    body: z.strictObject({ mrn: Mrn, reason: z.string().trim().min(3).max(500) }),
    status: 200,
    reply: z.object({ mrn: Mrn, lockedAt: z.null() }),
    problems: ['bad_request', 'signed_out', 'not_allowed', 'patient_not_found'],
  }),
};
