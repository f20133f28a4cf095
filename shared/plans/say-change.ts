import type { i18n } from 'i18next';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import type { Language } from '../words/words.ts';
import type { PlanChangeTerms } from './change.ts';
import { showPercent } from './disclosure-words.ts';
import type { PlanPicture } from './plan-picture.ts';

/**
 * What is read aloud of a change before it is agreed to, in the caller's language: every amount and day that becomes
 * another, and of new terms the rate as "annual percentage rate" (12 CFR 1026.26(b)).
 */
export function sayPlanChange(words: i18n, language: Language, terms: PlanChangeTerms): string {
  const say = words.getFixedT(language, 'spokenPlanChange');
  const { wish, on, before, after, disclosure } = terms;
  const day = (payment: PlanPicture['next']) =>
    payment ? sayDate(language, payment.dueOn, on) : '';
  const money = (payment: PlanPicture['next']) =>
    showMoney(payment?.amountCents ?? before.pastDueCents);
  const values = {
    amount: money(after?.next ?? null),
    first: day(after?.next ?? null),
    lastOn: day(after?.last ?? null),
    payoff: showMoney(before.payoffCents),
  };
  if (wish.kind === 'recast' && disclosure) {
    const { addedCents } = terms;
    const added = addedCents ? `${say('added', { amount: showMoney(addedCents) })} ` : '';
    const recast = say('recast', {
      ...values,
      before: showMoney(before.levelCents),
      last: money(after?.last ?? null),
      financed: showMoney(disclosure.amountFinancedCents),
      charge: showMoney(disclosure.financeChargeCents),
      percent: showPercent(disclosure.aprPercent),
      total: showMoney(disclosure.totalOfPaymentsCents),
      late: showMoney(disclosure.lateChargeCents),
    });
    return `${added}${recast}`;
  }
  if (wish.kind === 'pay_off' || wish.kind === 'cancel') return say(wish.kind, values);
  const moved = { ...values, before: day(before.next) };
  const said =
    wish.kind === 'pause' ? say('pause', { ...moved, count: wish.months }) : say('resume', moved);
  const isPastDue = before.pastDueCents > 0;
  return isPastDue ? `${say('pastDue', { amount: showMoney(before.pastDueCents) })} ${said}` : said;
}
