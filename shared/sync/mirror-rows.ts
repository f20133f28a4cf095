import { z } from 'zod';
import { Account } from '../billing/account.ts';
import { Charge } from '../billing/charge.ts';
import { Payment } from '../billing/payment.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { AccountNumber } from '../identifiers/account-number.ts';
import { BillPayNumber } from '../identifiers/bill-pay-number.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';

const guarantorId = GuarantorId;

/**
 * The rows a desk mirrors, by entity. Nothing in them verifies a caller: street, postal code and phone
 * stay with the backend, the birth date is there because a name is only searched together with it.
 */
export const mirrorRows = {
  guarantor: z.object({
    guarantorId,
    billPayNumber: BillPayNumber,
    name: z.string(),
    region: RegionCode,
    language: z.enum(['en', 'es']),
  }),
  patient: z.object({
    mrn: Mrn,
    guarantorId,
    name: z.string(),
    /** Letters and digits without case or accents; what a name is searched by. */
    nameKey: z.string(),
    birthDate: CalendarDate,
    relationship: z.string(),
    isDeceased: z.boolean(),
    lockedAt: Instant.nullable(),
  }),
  account: Account.omit({ patientName: true }).extend({
    guarantorId,
    accountNumber: AccountNumber,
  }),
  charge: Charge.omit({ disputed: true }).extend({ guarantorId }),
  statement: z.object({
    statementNumber: z.string(),
    guarantorId,
    issuedOn: CalendarDate,
    dueOn: CalendarDate,
    totalCents: Cents,
  }),
  payment: Payment,
  plan: z.object({
    planId: z.uuid(),
    guarantorId,
    months: z.int(),
    instalmentCents: Cents,
    remainingCents: Cents,
    nextDueOn: CalendarDate,
  }),
  dispute: z.object({
    disputeId: z.uuid(),
    guarantorId,
    chargeId: z.uuid(),
    openedOn: CalendarDate,
  }),
  application: z.object({
    applicationId: z.uuid(),
    guarantorId,
    programme: z.enum(['mfa', 'chc', 'pharmacy', 'community']),
    openedOn: CalendarDate,
  }),
} as const;

export type MirrorEntity = keyof typeof mirrorRows;
export type MirrorRow<Entity extends MirrorEntity> = z.infer<(typeof mirrorRows)[Entity]>;

/** In the order in which a page must carry them: what is referred to comes first. */
export const mirrorEntities = Object.keys(mirrorRows) as MirrorEntity[];
