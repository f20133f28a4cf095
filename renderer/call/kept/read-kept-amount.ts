import { amountChoices } from '#shared/balance/amount-choices.ts';
import { payableCents, payableCharges } from '#shared/balance/payable.ts';
import { type Cents, lesserCents, noCents, sumCents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { amountText } from '#shared/money/show-money.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { emptyPayForm, type PayForm } from '../payment/pay-form.ts';
import { type ReadAmount, readAmount } from '../payment/read-amount.ts';

export type AmountForm = Pick<PayForm, 'ledger' | 'choice' | 'typed'>;

const asPayForm = (form: AmountForm): PayForm => ({ ...emptyPayForm, ...form });

/** The amount of a promise: of everything that is open, care and premium together. */
export function readPromiseAmount(form: AmountForm, known: KnownBalance): ReadAmount {
  const { balance, today } = known;
  const ofCare = amountChoices(balance, 'medical', today);
  const ofPremium = amountChoices(balance, 'premium', today);
  const together = (name: keyof typeof ofCare) => sumCents([ofCare[name], ofPremium[name]]);
  const choices = {
    all: together('all'),
    past_due: together('past_due'),
    statement: together('statement'),
  };
  const usual = choices.past_due > 0 ? 'past_due' : choices.statement > 0 ? 'statement' : 'all';
  const choice = form.choice ?? usual;
  const text = choice === 'other' ? form.typed : amountText(choices[choice]);
  const charges = (['medical', 'premium'] as const).flatMap(each => payableCharges(balance, each));
  const mostCents = payableCents(charges);
  const parsed = parseAmount(text);
  const typed = parsed.ok ? parsed.amountCents : noCents;
  const overCents = (typed - lesserCents(typed, mostCents)) as Cents;
  const fault = parsed.ok ? (overCents > 0 ? 'over_balance' : undefined) : parsed.fault;
  return {
    ledger: 'medical',
    ledgerOpen: false,
    charges,
    choices,
    choice,
    text,
    amountCents: fault ? undefined : typed,
    fault,
    mostCents,
    overCents,
  };
}

/** The amount of a wire: on one ledger, as a payment is. */
export function readWireAmount(form: AmountForm, known: KnownBalance): ReadAmount {
  return readAmount(asPayForm(form), known);
}
