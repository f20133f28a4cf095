import { useTranslation } from 'react-i18next';
import type { AwardLine, WaitingCharge } from '#shared/assistance/application.ts';
import { type Cents, cents, sumCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import cases from '../case.module.css';
import classes from './application.module.css';

function Amounts({ open, award }: { open: Cents; award: Cents }) {
  return (
    <>
      <td>
        <MoneyText amount={open} />
      </td>
      <td>
        <MoneyText amount={award} />
      </td>
      <td>
        <MoneyText amount={cents(open - award)} />
      </td>
    </>
  );
}

/** What an award takes off each charge, to the cent, and what it does not reach yet. */
export function AwardLines({
  lines,
  waiting,
}: {
  lines: readonly AwardLine[];
  waiting: readonly WaitingCharge[];
}) {
  const { t } = useTranslation('application');
  if (lines.length === 0 && waiting.length === 0) return <p>{t('noLines')}</p>;
  return (
    <>
      {lines.length > 0 && (
        <table className={classes.lines}>
          <caption className={classes.heading} style={{ textAlign: 'start' }}>
            {t('lines')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('care')}</th>
              <th scope="col">{t('open')}</th>
              <th scope="col">{t('award')}</th>
              <th scope="col">{t('left')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ chargeId, description, openCents, awardedCents }) => (
              <tr key={chargeId}>
                <td>{description}</td>
                <Amounts open={openCents} award={awardedCents} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('sum')}</td>
              <Amounts
                open={sumCents(lines.map(line => line.openCents))}
                award={sumCents(lines.map(line => line.awardedCents))}
              />
            </tr>
          </tfoot>
        </table>
      )}
      {waiting.map(({ chargeId, description, openCents, waitsFor }) => (
        <p key={chargeId} className={cases.small}>
          {t(`waitsFor.${waitsFor}`, { care: description, amount: showMoney(openCents) })}
        </p>
      ))}
      <p className={cases.small}>{t('never')}</p>
    </>
  );
}
