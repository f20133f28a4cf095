import type { i18n } from 'i18next';
import { sayDate } from '../calendar/say-date.ts';
import type { ListedPattern } from '../contract/access-review.ts';
import { accessReviewPolicy } from './policy.ts';

/** Why something is listed, in one sentence of what happened and how much of it. */
export function whyListed(words: i18n, listed: ListedPattern): string {
  const t = words.getFixedT('en', 'accessReview');
  const { opens, closes } = accessReviewPolicy.afterHours;
  const { key, userName, subjectName, looks, patients, others, colleagues } = listed;
  const { nameParts, firstAt: first, lastAt: last, hours } = listed;
  const said = {
    user: userName,
    patient: subjectName ?? '',
    date: sayDate('en', key.seenOn),
    count: looks,
    patients: t('patients', { count: patients }),
    colleagues,
    others: others ?? 0,
    parts: nameParts.join('”, “'),
    times: t(first === last ? 'timesOne' : 'timesSome', { first, last }),
    opens,
    closes,
  };
  if (key.pattern === 'after_hours') return t(`why.after_hours_${hours ?? 'early_or_late'}`, said);
  if (key.pattern === 'without_call') {
    return t(others === null ? 'why.without_call_alone' : 'why.without_call', said);
  }
  return t(`why.${key.pattern}`, said);
}
