import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { shortDate } from '../balance/short-date.ts';
import type { ReadPart } from './read-split.ts';
import classes from './split.module.css';

/** The part of one line, beside what is open on it. A plain box: there may be hundreds. */
export function SplitBox({
  part,
  today,
  onType,
}: {
  part: ReadPart;
  today: CalendarDate;
  onType: (text: string) => void;
}) {
  const { t } = useTranslation('payment');
  const { charge, text, fault } = part;
  const complaint = useId();
  const open = showMoney(charge.openCents);
  const what = t('splitServiced', {
    what: charge.description,
    on: shortDate(charge.servicedOn, today),
  });
  return (
    <li className={classes.boxLine}>
      <span className={classes.what}>{what}</span>
      <span className={classes.ofOpen}>{t('splitOfOpen', { open })}</span>
      <input
        type="text"
        className={classes.box}
        aria-label={t('splitLine', { what })}
        aria-invalid={fault !== undefined}
        aria-describedby={fault && complaint}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        onFocus={event => event.currentTarget.select()}
        onChange={event => onType(event.currentTarget.value)}
      />
      {fault && (
        <p id={complaint} role="alert" className={classes.complaint}>
          {fault === 'over_line' ? t('splitOverLine', { open }) : t('splitNotAnAmount')}
        </p>
      )}
    </li>
  );
}
