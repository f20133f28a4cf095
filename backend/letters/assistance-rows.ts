import type { TFunction } from 'i18next';
import type { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { assistanceLine } from '#shared/organization/profile.ts';
import type { LetterRow } from './letter-pdf.ts';

type T = TFunction<'assistanceLetter'>;
type Of<Kind extends AssistanceLetter['kind']> = Extract<AssistanceLetter, { kind: Kind }>;
type Say = (date: CalendarDate) => string;

function receivedRows(t: T, letter: Of<'received'>, say: Say): LetterRow[] {
  const { asked, receivedOn, documentsBy, decideBy } = letter;
  const [first = t('askedNothing'), ...others] = asked.map(kind => t(`documents.${kind}`));
  return [
    [t('receivedOn'), say(receivedOn)],
    [t('asked'), first],
    ...others.map((each): LetterRow => ['', each]),
    ...(documentsBy ? [[t('documentsBy'), say(documentsBy)] as const] : []),
    [t('decideBy'), decideBy ? say(decideBy) : t('decideWhenComplete')],
  ];
}

function askedRows(t: T, letter: Of<'asked'>, say: Say): LetterRow[] {
  const { asked, reason, note, documentsBy } = letter;
  return [
    ...asked.map(
      (kind, index): LetterRow => [index === 0 ? t('asked') : '', t(`documents.${kind}`)],
    ),
    ...(reason ? [[t('reason'), t(`refusals.${reason}`)] as const] : []),
    ...(note ? [[t('note'), note] as const] : []),
    ...(documentsBy ? [[t('documentsBy'), say(documentsBy)] as const] : []),
  ];
}

function awardRows(t: T, letter: Of<'awarded' | 'appeal_awarded'>, say: Say): LetterRow[] {
  const { percent, takenOff, takenOffCents, leftCents, waits, validFrom, validUntil } = letter;
  const listed = (name: string, lines: typeof takenOff) =>
    lines.map(
      ({ what, servedOn, amountCents }, index): LetterRow => [
        index === 0 ? name : '',
        `${showMoney(amountCents)}  ${what}, ${say(servedOn)}`,
      ],
    );
  const sums: LetterRow[] = [
    [t('takenOffInAll'), showMoney(takenOffCents)],
    [t('left'), leftCents === 0 ? t('leftNothing') : showMoney(leftCents)],
  ];
  return [
    [t('percent'), t('percentOf', { percent })],
    ...listed(t('takenOff'), takenOff),
    ...(takenOff.length > 0 ? sums : []),
    ...listed(t('waits'), waits),
    ...(waits.length > 0 ? [[t('waitsThen'), t('waitsHow', { percent })] as const] : []),
    [t('valid'), t('validDays', { from: say(validFrom), until: say(validUntil) })],
    [t('renew'), t('renewHow')],
  ];
}

function denialRows(t: T, letter: Of<'denied' | 'appeal_denied'>, say: Say): LetterRow[] {
  const { reason, note } = letter;
  return [
    [t('reason'), t(`reasons.${reason}`)],
    ...(note ? [[t('note'), note] as const] : []),
    ...(letter.kind === 'denied' ? [[t('appealBy'), say(letter.appealBy)] as const] : []),
  ];
}

function renewalRows(t: T, { percent, validUntil }: Of<'renewal'>, say: Say): LetterRow[] {
  return [
    [t('percent'), t('percentOf', { percent })],
    [t('endsOn'), say(validUntil)],
    [t('renew'), t('renewNow', { phone: assistanceLine() })],
  ];
}

/** What a letter about an application tells, name by name. */
export function assistanceRows(t: T, language: 'en' | 'es', letter: AssistanceLetter): LetterRow[] {
  const say: Say = date => sayDate(language, date);
  switch (letter.kind) {
    case 'received':
      return receivedRows(t, letter, say);
    case 'asked':
      return askedRows(t, letter, say);
    case 'expired':
      return [[t('reason'), t('reasons.documents_missing')]];
    case 'awarded':
    case 'appeal_awarded':
      return awardRows(t, letter, say);
    case 'denied':
    case 'appeal_denied':
      return denialRows(t, letter, say);
    case 'renewal':
      return renewalRows(t, letter, say);
  }
}
