import type { i18n } from 'i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AccountTimeline } from '#shared/collections/account-timeline.ts';
import { holdsFrom } from '#shared/collections/steps.ts';
import type { Language } from '#shared/words/words.ts';

/** Where an account stands, in one or two sentences to be read to the caller in their language. */
export function sayCollections(
  words: i18n,
  language: Language,
  { stage, steps, holds }: AccountTimeline,
  today: CalendarDate,
): string {
  const t = words.getFixedT(language, 'collectionsSaid');
  const say = (date: CalendarDate | null | undefined) =>
    date ? sayDate(language, date, today) : t('later');
  const [hold] = holdsFrom(holds, today);
  const since = stage === 'in_good_standing' || stage === 'held' ? undefined : stage;
  const next = steps.find(
    ({ step, state }) =>
      (state === 'comes' || state === 'due') && (since === undefined || step === 'referral'),
  );
  return t(stage, {
    hold: hold ? t(`holds.${hold.kind}`) : '',
    since: say(steps.find(({ step }) => step === since)?.on),
    next: say(next?.on),
  });
}
