import { type AmountChoices, amountChoices } from '#shared/balance/amount-choices.ts';
import { overpayment, payableCents, payableCharges } from '#shared/balance/payable.ts';
import type { LedgerKind } from '#shared/billing/account.ts';
import type { Charge } from '#shared/billing/charge.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { type AmountFault, parseAmount } from '#shared/money/parse-amount.ts';
import { amountText } from '#shared/money/show-money.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import type { AmountChoice, PayForm } from './pay-form.ts';

export type ReadFault = AmountFault | 'over_balance';

export interface ReadAmount {
  readonly ledger: LedgerKind;
  /** Both ledgers have something to pay, so that one must be chosen. */
  readonly ledgerOpen: boolean;
  readonly charges: readonly Charge[];
  readonly choices: AmountChoices;
  readonly choice: AmountChoice;
  /** What stands in the amount box. */
  readonly text: string;
  /** Undefined while it cannot be charged; then there is a fault. */
  readonly amountCents: Cents | undefined;
  readonly fault: ReadFault | undefined;
  /** The most that can be paid, and how far the amount is above it; both for the sentence beside the box. */
  readonly mostCents: Cents;
  readonly overCents: Cents;
}

function usualChoice(choices: AmountChoices): AmountChoice {
  if (choices.past_due > 0) return 'past_due';
  return choices.statement > 0 ? 'statement' : 'all';
}

/** What the form says about the amount, held against what can be paid. */
export function readAmount(form: PayForm, { balance, today }: KnownBalance): ReadAmount {
  const payable = {
    medical: payableCharges(balance, 'medical'),
    premium: payableCharges(balance, 'premium'),
  };
  const ledgerOpen = payable.medical.length > 0 && payable.premium.length > 0;
  const only = payable.medical.length > 0 ? 'medical' : 'premium';
  const ledger = ledgerOpen ? (form.ledger ?? 'medical') : only;
  const charges = payable[ledger];
  const choices = amountChoices(balance, ledger, today);
  const choice = form.choice ?? usualChoice(choices);
  const text = choice === 'other' ? form.typed : amountText(choices[choice]);
  const parsed = parseAmount(text);
  const overCents = parsed.ok ? overpayment(parsed.amountCents, charges) : noCents;
  const fault = parsed.ok ? (overCents > 0 ? 'over_balance' : undefined) : parsed.fault;
  return {
    ledger,
    ledgerOpen,
    charges,
    choices,
    choice,
    text,
    amountCents: parsed.ok && !fault ? parsed.amountCents : undefined,
    fault,
    mostCents: payableCents(charges),
    overCents,
  };
}
