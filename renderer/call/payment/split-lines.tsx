import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { shortDate } from '../balance/short-date.ts';
import type { ReadSplit } from './read-split.ts';
import classes from './split.module.css';

const SHOWN_LINES = 3;

/** What each line gets, in the order in which it is paid. */
export function SplitLines({ split, today }: { split: ReadSplit; today: CalendarDate }) {
  const { t } = useTranslation('payment');
  const paid = split.parts.filter(part => part.amountCents > 0);
  const shown = paid.length > SHOWN_LINES + 1 ? paid.slice(0, SHOWN_LINES) : paid;
  return (
    <ul className={classes.lines}>
      {shown.map(({ charge, amountCents }) => (
        <li key={charge.chargeId} className={classes.line}>
          <span className={classes.what}>{charge.description}</span>
          <span className={classes.on}>{shortDate(charge.servicedOn, today)}</span>
          <MoneyText amount={amountCents} />
        </li>
      ))}
      {paid.length > shown.length && (
        <li className={classes.others}>{t('splitMore', { count: paid.length - shown.length })}</li>
      )}
    </ul>
  );
}
