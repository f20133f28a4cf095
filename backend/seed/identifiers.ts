import type { AccountNumber } from '#shared/identifiers/account-number.ts';
import type { BillPayNumber } from '#shared/identifiers/bill-pay-number.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import type { Mrn } from '#shared/identifiers/mrn.ts';
import { scatter } from './draws/scatter.ts';
import { openStream } from './draws/stream.ts';

export const MEMBERS_AT_MOST = 6;

/** Each family owns eight numbers of each kind: more than its members, or their accounts, can use. */
const SLOTS = 8;

/** As many families as there are account numbers for; fewer than there are of any other number. */
export const FAMILIES_AT_MOST = 8_500_000;

/**
 * The numbers a generated family goes by, made from its position alone. The ranges leave out what the
 * hand-written people use: record numbers below 05000000, guarantor IDs below 400000000, bill-pay
 * numbers that begin with 1, accounts that begin with 88 or 90.
 */
export interface Identifiers {
  mrn(family: number, member: number): Mrn;
  accountNumber(family: number, account: number): AccountNumber;
  guarantorId(family: number): GuarantorId;
  billPayNumber(family: number): BillPayNumber;
}

export function identifiersOf(seed: string): Identifiers {
  const shift = openStream(`${seed}/identifiers`).bits();
  const records = scatter(95_000_000, shift);
  const accounts = scatter(70_000_000, shift);
  const guarantors = scatter(600_000_000, shift);
  const billPay = scatter(8_000_000_000, shift);
  return {
    mrn: (family, member) =>
      String(5_000_000 + records(family * SLOTS + member)).padStart(8, '0') as Mrn,
    accountNumber: (family, account) => {
      const digits = String(10_000_000 + accounts(family * SLOTS + account));
      return `${digits.slice(0, 2)}-${digits.slice(2)}` as AccountNumber;
    },
    guarantorId: family => String(400_000_000 + guarantors(family)) as GuarantorId,
    // Ten to twelve digits; numbers of different lengths cannot be the same.
    billPayNumber: family =>
      `${2_000_000_000 + billPay(family)}${['', '7', '40'][family % 3]}` as BillPayNumber,
  };
}
