import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { organization } from '#shared/organization/profile.ts';
import { createWords } from '#shared/words/words.ts';
import type { PlanAnswer } from './make-plan.ts';

const { t } = createWords('en');
const percent = (bps: number) => bps / 100;
const lateCharge = showMoney(cents(organization.pastDue.lateFeeCentsAtLeast));

/** The answer as one JSON object. */
export function asJson({ plan, disclosure, ...why }: PlanAnswer): string {
  const ratePercent = percent(plan.terms.rateBps);
  return JSON.stringify({ ratePercent, ...disclosure, payments: plan.payments, ...why });
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  );
  return rows.map(row => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

function figures({ plan, disclosure, rateLoweredBecause, notes }: PlanAnswer): string[] {
  return [
    ...table([
      ['Interest rate', `${percent(plan.terms.rateBps).toFixed(2)} %`],
      ['Annual percentage rate', `${disclosure.aprPercent.toFixed(2)} %`],
      ['Finance charge', showMoney(disclosure.financeChargeCents)],
      ['Amount financed', showMoney(disclosure.amountFinancedCents)],
      ['Total of payments', showMoney(disclosure.totalOfPaymentsCents)],
    ]),
    t('disclosure:lateValue', { amount: lateCharge }),
    t('disclosure:prepaymentValue'),
    ...(rateLoweredBecause ? [rateLoweredBecause] : []),
    ...notes,
  ];
}

/** The answer as people read it: what is disclosed, the payment schedule, each payment. */
export function asTable(answer: PlanAnswer): string {
  const { plan, disclosure } = answer;
  const lines = disclosure.schedule.map(({ count, amountCents, firstDueOn }) => [
    String(count),
    showMoney(amountCents),
    count === 1 ? `on ${firstDueOn}` : `monthly from ${firstDueOn}`,
  ]);
  const payments = plan.payments.map(each => [
    each.dueOn,
    ...[each.amountCents, each.interestCents, each.principalCents, each.balanceCents].map(
      showMoney,
    ),
  ]);
  return [
    ...figures(answer),
    '',
    ...table([['Payments', 'Amount', 'When due'], ...lines]),
    '',
    ...table([['Due on', 'Payment', 'Interest', 'Principal', 'Balance'], ...payments]),
  ].join('\n');
}
