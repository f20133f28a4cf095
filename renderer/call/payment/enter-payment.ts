import type { Instant } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { MOST_PARTS } from '#shared/payments/allocation.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { findDuplicate, wasRefusedAsDuplicate } from './find-duplicate.ts';
import type { PayForm } from './pay-form.ts';
import type { ReadAmount } from './read-amount.ts';
import type { ReadSplit } from './read-split.ts';
import type { EnteredPayment } from './what-is-missing.ts';

/** The payment of a caller who knows the balance. */
export function enterPayment(
  { balance, summary }: KnownBalance,
  call: OpenCall,
  amount: ReadAmount,
  split: ReadSplit,
  now: Instant,
): EnteredPayment {
  const { amountCents } = amount;
  const paid = new Set(
    split.parts.filter(part => part.amountCents > 0).map(part => part.charge.accountId),
  );
  const duplicate = amountCents && findDuplicate(balance.payments, call.attempts, amountCents, now);
  const tooMany = split.allocation && split.allocation.length > MOST_PARTS;
  return {
    amountCents,
    allocation: tooMany ? undefined : split.allocation,
    accountNumbers: balance.accounts
      .filter(account => paid.has(account.accountId))
      .map(account => account.accountNumber),
    totalSeenCents: summary.openCents,
    duplicate: duplicate || undefined,
    repeats:
      amountCents !== undefined &&
      (duplicate !== undefined || wasRefusedAsDuplicate(call.attempts, amountCents)),
  };
}

/** The payment of a guest: an amount, and nothing of the bill. */
export function enterGuestPayment(form: PayForm, call: OpenCall, now: Instant): EnteredPayment {
  const parsed = parseAmount(form.typed);
  const amountCents = parsed.ok ? parsed.amountCents : undefined;
  const duplicate = amountCents && findDuplicate([], call.attempts, amountCents, now);
  return {
    amountCents,
    allocation: 'oldest_first',
    accountNumbers: call.patient ? [call.patient.guarantorId] : [],
    totalSeenCents: null,
    duplicate: duplicate || undefined,
    repeats:
      amountCents !== undefined &&
      (duplicate !== undefined || wasRefusedAsDuplicate(call.attempts, amountCents)),
  };
}
