import { useTranslation } from 'react-i18next';
import type { AuthorisationLetter } from '#shared/authorisations/letter.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import classes from './schedule.module.css';

/** What was sent in writing: the latest notice, and the latest copy or confirmation. */
export function LetterLines({
  letters,
  today,
}: {
  letters: readonly AuthorisationLetter[];
  today: CalendarDate;
}) {
  const notice = letters.find(({ kind }) => kind === 'notice');
  const copy = letters.find(({ kind }) => kind !== 'notice');
  return [notice, copy].map(
    letter =>
      letter && (
        <p key={letter.kind} className={classes.aside}>
          <Line letter={letter} today={today} />
        </p>
      ),
  );
}

function Line({ letter, today }: { letter: AuthorisationLetter; today: CalendarDate }) {
  const { t } = useTranslation('schedule');
  const { kind, by, sentOn, amountCents, payOn } = letter;
  const say = (date: CalendarDate) => sayDate('en', date, today);
  const what =
    amountCents && payOn
      ? t('letters.notice', { amount: showMoney(amountCents), date: say(payOn) })
      : t(`letters.${kind}`);
  return sentOn && by
    ? t(`letters.sent.${by}`, { what, date: say(sentOn) })
    : t('letters.waiting', { what });
}
