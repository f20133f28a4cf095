import { IconChevronRight } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '#shared/balance/overdue.ts';
import type { Charge } from '#shared/billing/charge.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { LineDetail } from './line-detail.tsx';
import classes from './lines.module.css';
import { shortDate } from './short-date.ts';

/** One line, and beneath it, when it is open, how its balance came about. */
export const LineRows = memo(function LineRows({
  charge,
  today,
}: {
  charge: Charge;
  today: CalendarDate;
}) {
  const { t } = useTranslation('balance');
  const [open, setOpen] = useState(false);
  const { description, servicedOn, dueOn, insurance, openCents, disputed } = charge;
  const late = isOverdue(charge, today);
  return (
    <>
      <tr className={classes.line} data-closed={openCents === 0}>
        <td>
          <button
            type="button"
            data-line
            className={classes.toggle}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={14} aria-hidden="true" className={classes.chevron} />
            <span className={classes.what}>{description}</span>
            {disputed && <span className={classes.mark}>{t('disputed')}</span>}
          </button>
        </td>
        <td>{shortDate(servicedOn, today)}</td>
        <td className={late ? classes.late : undefined}>
          {dueOn ? shortDate(dueOn, today) : t('notBilledYet')}
          {late && <span className={classes.lateSign} role="img" aria-label={t('overdueMark')} />}
        </td>
        <td>
          {insurance === 'none' ? (
            <span role="img" aria-label={t('noInsurance')}>
              {t('insurances.none')}
            </span>
          ) : (
            t(`insurances.${insurance}`)
          )}
        </td>
        <td>
          <MoneyText amount={openCents} />
        </td>
      </tr>
      {open && <LineDetail charge={charge} today={today} />}
    </>
  );
});
