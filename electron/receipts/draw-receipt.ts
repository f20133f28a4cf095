import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { payerOf } from '#shared/call/payer.ts';
import { regions } from '#shared/organization/regions.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Caller } from '../calls/handlers.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { historyOf } from '../payments/history.ts';
import type { Typeface } from './pdf-page.ts';
import { type ReceiptFacts, receiptLines } from './receipt-facts.ts';
import { receiptPdf } from './receipt-pdf.ts';

export interface DrawnReceipt {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What became of it since, where the backend can tell; a receipt is drawn without it too. */
export async function historyIfKnown(
  desk: DeskParts,
  caller: Caller,
  key: AttemptKey,
): Promise<PaymentHistory | undefined> {
  if (desk.standing.current() === 'unreachable') return undefined;
  try {
    return await historyOf(desk, caller, key);
  } catch (failure) {
    if (failure instanceof Refused) return undefined;
    throw failure;
  }
}

/** The facts about a payment of this desk, out of its journal. */
function ownFacts(desk: DeskParts, key: AttemptKey) {
  const attempt = desk.attempts.read(key);
  const call = attempt && desk.calls.find(attempt.callId);
  if (!attempt || !call?.patient) return undefined;
  const mayHear = call.verification?.discloses === 'everything';
  const balance = mayHear ? desk.balances.kept(attempt.guarantorId) : undefined;
  const allocations =
    balance?.payments.find(each => each.key === key)?.allocations ??
    desk.attempts.allocationsOf(key);
  return {
    attempt: { ...attempt, takenAt: attempt.committedAt },
    payer: payerOf(call),
    lines: receiptLines(allocations, balance),
    timeZone: regions[call.patient.region].timeZone,
  };
}

/** The facts about a payment that another desk took, for the caller who is on the line here. */
function othersFacts(desk: DeskParts, caller: Caller, history: PaymentHistory | undefined) {
  const patient = desk.calls.open(caller.userId)?.patient;
  const { payment } = history ?? {};
  if (!payment || patient?.guarantorId !== payment.guarantorId) return undefined;
  const balance = desk.balances.kept(payment.guarantorId);
  return {
    attempt: payment,
    payer: patient.guarantorName,
    lines: receiptLines(payment.allocations, balance),
    timeZone: regions[patient.region].timeZone,
  };
}

/** Draws the receipt of a payment that was approved, with what became of it since. */
export async function drawReceipt(
  desk: DeskParts,
  typeface: Typeface,
  caller: Caller,
  { key, language }: { key: AttemptKey; language: 'en' | 'es' },
  history: PaymentHistory | undefined,
): Promise<DrawnReceipt> {
  const facts = ownFacts(desk, key) ?? othersFacts(desk, caller, history);
  if (!facts?.attempt.confirmation) throw new Refused('payment_not_found');
  const whole: ReceiptFacts = {
    ...facts,
    // The backend moves on what this desk's journal last heard of.
    attempt: { ...facts.attempt, state: history?.payment.state ?? facts.attempt.state },
    states: history?.states ?? [],
    refunds: history?.refunds ?? [],
    sandbox: desk.sandbox,
  };
  const bytes = await receiptPdf(whole, desk.words[language], typeface);
  return { name: `receipt-${facts.attempt.confirmation}.pdf`, bytes };
}
