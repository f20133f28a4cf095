import type { i18n } from 'i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { businessDaysLeft } from '#shared/assistance/application-clock.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';

function sayLeft(words: i18n, today: CalendarDate, by: CalendarDate): string {
  const count = businessDaysLeft(today, by);
  if (count === 0 && today === by) return words.t('application:clock.today');
  if (today <= by) return words.t('application:clock.left', { count });
  return words.t('application:clock.late', { count: -count });
}

function sayApplyUntil(words: i18n, until: CalendarDate | null, today: CalendarDate): string[] {
  if (until === null) return [];
  const key = until < today ? 'applyOver' : 'apply';
  return [words.t(`application:clock.${key}`, { date: sayDate('en', until, today) })];
}

function sayAward(words: i18n, until: CalendarDate | null, today: CalendarDate): string[] {
  if (until === null) return [];
  const key = until < today ? 'over' : 'valid';
  return [words.t(`application:clock.${key}`, { date: sayDate('en', until, today) })];
}

function sayAppeal(words: i18n, until: CalendarDate | null, today: CalendarDate): string[] {
  if (until === null) return [words.t('application:clock.noAppeal')];
  const key = until < today ? 'appealOver' : 'appeal';
  return [words.t(`application:clock.${key}`, { date: sayDate('en', until, today) })];
}

/** What runs on the clock of an application as it stands, in sentences. */
export function sayClock(
  words: i18n,
  application: AssistanceApplication,
  today: CalendarDate,
): string[] {
  const { state, applyUntil, documentsBy, decideBy, determinations } = application;
  const last = determinations.at(-1);
  if (state === 'draft') return sayApplyUntil(words, applyUntil, today);
  if (state === 'waiting_for_documents' && documentsBy) {
    return [words.t('application:clock.documents', { date: sayDate('en', documentsBy, today) })];
  }
  if ((state === 'in_review' || state === 'appealed') && decideBy) {
    const by = words.t('application:clock.decide', { date: sayDate('en', decideBy, today) });
    return [`${by} ${sayLeft(words, today, decideBy)}`];
  }
  if (state === 'awarded' && last) return sayAward(words, last.validUntil, today);
  return state === 'denied' && last ? sayAppeal(words, last.appealUntil, today) : [];
}
