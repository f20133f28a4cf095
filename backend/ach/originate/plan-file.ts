import type { AchBatch, AchPayment, AchPlan } from '#shared/ach/write/ach-plan.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import type { AchOriginator } from '#shared/organization/ach-originators.ts';
import type { OpenedAccount } from '../ach-parts.ts';
import type { Outgoing } from './outgoing.ts';

/** An entry with the account it goes to and the day on which it settles. */
export interface Ready {
  readonly outgoing: Outgoing;
  readonly account: OpenedAccount;
  readonly settlesOn: CalendarDate;
}

/** What the receiver's statement says; a retry must say that it is one (Nacha Operating Rules). */
function descriptionOf({ isRetry, direction }: Outgoing): string {
  if (isRetry) return 'RETRY PYMT';
  return direction === 'debit' ? 'BILL PAYMT' : 'REFUND';
}

/** Either of the two keys by which an entry is known again. */
export const referenceOf = ({ paymentKey, refundId }: Outgoing) => paymentKey ?? refundId ?? '';

export function paymentOf({ outgoing, account }: Ready): AchPayment {
  return {
    reference: referenceOf(outgoing),
    direction: outgoing.direction,
    account: account.accountKind,
    routingNumber: account.routingNumber,
    accountNumber: account.accountNumber,
    amountCents: cents(outgoing.amountCents),
    isPrenote: false,
    frequency: outgoing.frequency,
    identification: outgoing.identification,
    receiverName: account.holderName,
  };
}

/** The batch that an entry belongs to: one for each code, purpose and day of settlement. */
export function batchOf(ready: Ready, originator: AchOriginator): AchBatch {
  return {
    secCode: ready.outgoing.secCode,
    companyName: originator.companyName,
    companyId: originator.companyId,
    entryDescription: descriptionOf(ready.outgoing),
    odfiRouting: originator.odfiRouting,
    effectiveOn: ready.settlesOn,
    payments: [paymentOf(ready)],
  };
}

/** Gathers entries of one kind into one batch, in the order in which they come. */
export function batchesOf(ready: readonly Ready[], originator: AchOriginator): AchBatch[] {
  const batches = new Map<string, AchBatch & { payments: AchPayment[] }>();
  for (const each of ready) {
    const batch = batchOf(each, originator);
    const name = `${batch.secCode} ${batch.entryDescription} ${batch.effectiveOn}`;
    const begun = batches.get(name);
    if (begun) begun.payments.push(...batch.payments);
    else batches.set(name, { ...batch, payments: [...batch.payments] });
  }
  return [...batches.values()];
}

const MODIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The modifier of the file after so many of the same day. */
export function modifierAfter(count: number): string {
  const modifier = MODIFIERS[count];
  if (!modifier) throw new RangeError('A bank takes 36 files a day; the next one is for tomorrow.');
  return modifier;
}

export interface FilePlace {
  readonly createdOn: CalendarDate;
  readonly createdAt: string;
  readonly fileIdModifier: string;
  readonly firstSequence: number;
}

export function planOf(
  ready: readonly Ready[],
  originator: AchOriginator,
  place: FilePlace,
): AchPlan {
  return {
    destinationRouting: originator.odfiRouting,
    destinationName: originator.bankName,
    originId: originator.companyId,
    originName: originator.companyName,
    ...place,
    batches: batchesOf(ready, originator),
  };
}
