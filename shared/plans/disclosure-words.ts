import type { i18n } from 'i18next';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import type { Language } from '../words/words.ts';
import type { PlanDisclosure } from './offer.ts';

/** One of the four figures of the box; `stands` out more than the others (12 CFR 1026.17(a)(2)). */
export interface ConspicuousRow {
  readonly name: string;
  readonly means: string;
  readonly value: string;
  readonly stands: boolean;
}

const languageOf = (words: i18n): Language => (words.language === 'es' ? 'es' : 'en');

/** A rate as it is shown: always two decimals, without the sign. */
export function showPercent(percent: number): string {
  return percent.toFixed(2);
}

/** Rate, finance charge, amount financed and total, with what each of them means; in the words' own language unless told. */
export function conspicuousRows(
  disclosure: PlanDisclosure,
  words: i18n,
  language = languageOf(words),
): ConspicuousRow[] {
  const t = words.getFixedT(language, 'disclosure');
  const { aprPercent, financeChargeCents, amountFinancedCents, totalOfPaymentsCents } = disclosure;
  return [
    {
      name: t('apr'),
      means: t('aprMeans'),
      value: t('aprValue', { percent: showPercent(aprPercent) }),
      stands: true,
    },
    {
      name: t('financeCharge'),
      means: t('financeChargeMeans'),
      value: showMoney(financeChargeCents),
      stands: true,
    },
    {
      name: t('amountFinanced'),
      means: t('amountFinancedMeans'),
      value: showMoney(amountFinancedCents),
      stands: false,
    },
    {
      name: t('total'),
      means: t('totalMeans'),
      value: showMoney(totalOfPaymentsCents),
      stands: false,
    },
  ];
}

/** The lines of the payment schedule: number, amount, when (12 CFR 1026.18(g)). */
export function scheduleRows(
  { schedule }: PlanDisclosure,
  words: i18n,
  language = languageOf(words),
): string[][] {
  const t = words.getFixedT(language, 'disclosure');
  return schedule.map(({ count, amountCents, firstDueOn, lastDueOn }) => [
    String(count),
    showMoney(amountCents),
    t(count > 1 ? 'whenMonthly' : 'whenOnce', {
      first: sayDate(language, firstDueOn),
      last: sayDate(language, lastDueOn),
    }),
  ]);
}

/**
 * What else is disclosed: the late charge, paying early, the law that forbids interest where one does, and the care that
 * is not in the plan because the insurance has not answered yet.
 */
export function otherTerms(
  disclosure: PlanDisclosure,
  words: i18n,
  language = languageOf(words),
): [string, string][] {
  const t = words.getFixedT(language, 'disclosure');
  const { lateChargeCents, interestForbiddenBy, pendingInsuranceCents } = disclosure;
  const terms: [string, string][] = [
    [t('late'), t('lateValue', { amount: showMoney(lateChargeCents) })],
    [t('prepayment'), t('prepaymentValue')],
  ];
  if (interestForbiddenBy) {
    terms.push([t('interest'), t('interestForbidden', { law: interestForbiddenBy })]);
  }
  if (pendingInsuranceCents) {
    terms.push([t('pending'), t('pendingValue', { amount: showMoney(pendingInsuranceCents) })]);
  }
  return terms;
}
