import type { i18n } from 'i18next';
import { nameMethod } from '../billing/name-method.ts';
import { ArrivingKind } from '../billing/payment-method.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import type { ExceptionCase } from '../contract/exception-queue.ts';
import { exceptions } from '../words/en/exceptions.ts';
import { readCode } from '../words/say-code.ts';

type Coded = keyof typeof exceptions.abouts;

const isCoded = (about: string): about is Coded => about in exceptions.abouts;

/** What does not fit together in the audit chain, and where: `the trail does not end … (November 20, 2026)`. */
export function sayFinding(
  words: i18n,
  { kind, about }: { readonly kind: string; readonly about: string },
): string {
  const t = words.getFixedT('en', 'exceptions');
  const day = CalendarDate.safeParse(about).data;
  return t('findingValue', {
    what: isCoded(kind) ? t(`abouts.${kind}`) : readCode(kind),
    about: day ? sayDate('en', day) : about,
  });
}

/** What an exception is in a few words: its kind, and what its code says more. */
export function sayException(
  words: i18n,
  { kind, about }: Pick<ExceptionCase, 'kind' | 'about'>,
): string {
  const t = words.getFixedT('en', 'exceptions');
  const what = t(`kinds.${kind}`);
  if (about === null) return what;
  if (kind === 'returned' || kind === 'notice') return `${what} ${about}`;
  const channel = kind === 'unmatched' ? ArrivingKind.safeParse(about).data : undefined;
  if (channel) return `${what}, ${nameMethod(words, { kind: channel, reference: null })}`;
  return isCoded(about) ? `${what}: ${t(`abouts.${about}`)}` : what;
}
