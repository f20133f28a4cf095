import type { OpenCall } from '#shared/desk/open-call.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Allocation } from '#shared/payments/allocation.ts';
import type { ReadDebit } from './debit/read-debit.ts';
import type { EarlierPayment } from './find-duplicate.ts';
import { permissionFor } from './permission-for.ts';

/** A payment as far as it has been entered. */
export interface EnteredPayment {
  /** Undefined while the amount cannot be charged. */
  readonly amountCents: Cents | undefined;
  /** Undefined while the parts do not add up; by the backend's rule for a guest, who hears of no parts. */
  readonly allocation: Allocation[] | 'oldest_first' | undefined;
  /** The accounts that are paid; their endings are read out. */
  readonly accountNumbers: readonly string[];
  /** The total that was read to the caller; null for a guest. */
  readonly totalSeenCents: Cents | null;
  readonly duplicate: EarlierPayment | undefined;
  /** The backend knows of an earlier payment of this amount, the desk may not. */
  readonly repeats: boolean;
}

export type Missing =
  | 'backend'
  | 'amount'
  | 'split'
  | 'duplicate'
  | 'card'
  | 'permission'
  | 'day'
  | 'elements'
  | 'yes';

function missingOfDebit({ dayFault, missing, agreed }: DebitStanding): Missing | undefined {
  if (dayFault) return 'day';
  if (missing.length > 0) return 'elements';
  return agreed ? undefined : 'yes';
}

type DebitStanding = Pick<ReadDebit, 'dayFault' | 'missing' | 'agreed'>;

/** What must be entered, captured or said before this payment may be charged; the first of it. */
export function whatIsMissing(
  { amountCents, allocation, repeats }: EnteredPayment,
  { againCents, permission }: { againCents: number | null; permission: string | null },
  call: Pick<OpenCall, 'card' | 'attempts'>,
  away: boolean,
  debit?: DebitStanding,
): Missing | undefined {
  if (away) return 'backend';
  if (amountCents === undefined) return 'amount';
  if (allocation === undefined) return 'split';
  if (repeats && againCents !== amountCents) return 'duplicate';
  if (debit) return missingOfDebit(debit);
  if (call.card === null) return 'card';
  return permission === permissionFor(call, amountCents) ? undefined : 'permission';
}
