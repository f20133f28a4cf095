import type { i18n } from 'i18next';
import { addDays, dateIn, type Instant } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { NOTICE_DAYS } from '#shared/collections/timeline.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import { regions } from '#shared/organization/regions.ts';
import type { LetterSheet } from '../letters/letter-pdf.ts';
import type { NoticeFacts } from './notice-facts.ts';

/**
 * The notice as it is sent: what is owed, what may follow and not before which day, and that there is help and how
 * to ask for it (26 CFR 1.501(r)-6(c)(4)). It is sent on the day of its date or not at all.
 */
export function noticeSheet(words: i18n, facts: NoticeFacts, now: Instant): LetterSheet {
  const { language, region, address, name, accountNumber, statementNumbers, dueOn } = facts;
  const t = words.getFixedT(language, 'collectionsNotice');
  const today = dateIn(regions[region].timeZone, now);
  const phone = billingLine();
  return {
    language,
    address,
    dated: sayDate(language, today),
    title: t('title'),
    says: [t('says'), t('mayFollow'), t('help')],
    rows: [
      [t('amount'), showMoney(facts.openCents)],
      [t('dueOn'), sayDate(language, dueOn)],
      [t('account'), accountNumber],
      [t('statements'), statementNumbers.join(', ')],
      [t('name'), name],
      [t('notBefore'), sayDate(language, addDays(today, NOTICE_DAYS))],
      [t('pay'), t('payHow', { phone })],
      [t('ask'), t('askHow', { phone })],
      [t('disagree'), t('disagreeHow', { phone })],
    ],
    sections: [],
  };
}
