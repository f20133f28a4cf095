import type { i18n } from 'i18next';
import { latestStopOn } from '#shared/authorisations/varying-amounts.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import type { NoticeFacts } from './letter-facts.ts';
import type { LetterRow } from './letter-pdf.ts';

/** The amount and the date of a payment to come, and how it can be stopped (12 CFR 1005.10(c)(1), (d)(1)). */
export function noticeRows(words: i18n, facts: NoticeFacts): LetterRow[] {
  const { language, amountCents, payOn, statementNumber, dueOn, method, name } = facts;
  const t = words.getFixedT(language, 'letter');
  const phone = billingLine();
  return [
    [t('amount'), showMoney(amountCents)],
    [t('payOn'), sayDate(language, payOn)],
    statementNumber === null ? [t('ofPlan'), t('yourPlan')] : [t('statement'), statementNumber],
    [t('dueOn'), sayDate(language, dueOn)],
    [t('method'), nameMethod(words, method)],
    [t('name'), name],
    [t('stopBy'), t('stopByHow', { phone, date: sayDate(language, latestStopOn(payOn)) })],
    [t('revoke'), t('revokeHow', { phone })],
    [t('questions'), phone],
  ];
}
