import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import type { AccountLines } from './group-lines.ts';
import { LineRows } from './line-rows.tsx';
import classes from './lines.module.css';

/** One account: whose it is, what is open on it, then its lines. */
export function AccountRows({
  account,
  charges,
  openCents,
  today,
}: AccountLines & { openCents: Cents | undefined; today: CalendarDate }) {
  const { t } = useTranslation('balance');
  return (
    <tbody>
      <tr className={classes.account}>
        <th scope="rowgroup" colSpan={4}>
          {t('accountPatient', { account: account.accountNumber, patient: account.patientName })}
          {account.held && <span className={classes.held}>{t('accountHeld')}</span>}
        </th>
        <td>{openCents !== undefined && <MoneyText amount={openCents} />}</td>
      </tr>
      {charges.map(charge => (
        <LineRows key={charge.chargeId} charge={charge} today={today} />
      ))}
    </tbody>
  );
}
