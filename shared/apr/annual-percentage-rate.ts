import { type Cents, cents } from '../money/cents.ts';
import { type Measure, measureByPeriods } from './measure.ts';
import { measureSinglePayment } from './single-payment.ts';
import { solveRate, type TimedAmount } from './solve.ts';
import { byDate, type CashFlow, type Transaction, totalCents } from './transaction.ts';

/** Why a transaction has no annual percentage rate. */
export type AprFault =
  | 'no_advance'
  | 'no_payment'
  | 'payment_before_advance'
  | 'payments_below_advances'
  | 'no_term'
  | 'no_rate';

export interface AprFigures {
  /** To two decimals, as it is disclosed. */
  readonly aprPercent: number;
  /** The same before it is rounded. */
  readonly exactPercent: number;
  /** `month`, `2 weeks`, `255 days`. */
  readonly unitPeriod: string;
  readonly financeChargeCents: Cents;
  readonly totalOfPaymentsCents: Cents;
}

export type AprResult = { ok: true; figures: AprFigures } | { ok: false; fault: AprFault };

interface InOrder {
  readonly advances: readonly [CashFlow, ...CashFlow[]];
  readonly payments: readonly [CashFlow, ...CashFlow[]];
}

function faultOf({ advances, payments }: InOrder): AprFault | undefined {
  const [[firstAdvance], [firstPayment]] = [advances, payments];
  // With several advances a payment may come first: appendix J (c)(7)(ii).
  if (advances.length === 1 && firstPayment.on < firstAdvance.on) return 'payment_before_advance';
  if (totalCents(payments) < totalCents(advances)) return 'payments_below_advances';
  const dates = new Set([...advances, ...payments].map(flow => flow.on));
  return dates.size === 1 ? 'no_term' : undefined;
}

function measureOf({ advances, payments }: InOrder): Measure {
  const [[firstAdvance], [firstPayment]] = [advances, payments];
  if (advances.length === 1 && payments.length === 1) {
    return measureSinglePayment(firstAdvance.on, firstPayment.on);
  }
  const begins = firstPayment.on < firstAdvance.on ? firstPayment.on : firstAdvance.on;
  const dates = (flows: readonly CashFlow[]) => flows.map(flow => flow.on);
  return measureByPeriods(begins, dates(advances), dates(payments));
}

function exactPercentOf({ advances, payments }: InOrder, measure: Measure): number | undefined {
  if (totalCents(advances) === totalCents(payments)) return 0;
  const timed = (sign: 1 | -1) => (flow: CashFlow) =>
    ({ amount: sign * flow.amountCents, ...measure.count(flow.on) }) satisfies TimedAmount;
  const rate = solveRate([...advances.map(timed(-1)), ...payments.map(timed(1))]);
  return rate === undefined ? undefined : 100 * rate * measure.perYear;
}

/**
 * The annual percentage rate of closed-end credit by the actuarial method of 12 CFR 1026 appendix J, for
 * any advances and payments. Answers with the fault that explains why there is none.
 */
export function annualPercentageRate(transaction: Transaction): AprResult {
  const [[firstAdvance, ...advances], [firstPayment, ...payments]] = [
    byDate(transaction.advances),
    byDate(transaction.payments),
  ];
  if (!firstAdvance) return { ok: false, fault: 'no_advance' };
  if (!firstPayment) return { ok: false, fault: 'no_payment' };
  const inOrder: InOrder = {
    advances: [firstAdvance, ...advances],
    payments: [firstPayment, ...payments],
  };
  const fault = faultOf(inOrder);
  if (fault) return { ok: false, fault };
  const measure = measureOf(inOrder);
  const exactPercent = exactPercentOf(inOrder, measure);
  if (exactPercent === undefined) return { ok: false, fault: 'no_rate' };
  const totalOfPaymentsCents = totalCents(inOrder.payments);
  const figures: AprFigures = {
    aprPercent: Math.round(exactPercent * 100) / 100,
    exactPercent,
    unitPeriod: measure.text,
    financeChargeCents: cents(totalOfPaymentsCents - totalCents(inOrder.advances)),
    totalOfPaymentsCents,
  };
  return { ok: true, figures };
}
