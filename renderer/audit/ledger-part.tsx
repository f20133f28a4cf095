import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import { sayCode } from '#shared/words/say-code.ts';
import { MoneyText } from '../parts/money-text.tsx';
import { useKindName } from '../supervisor/runs/kind-name.ts';
import classes from './payment-pane.module.css';

/** What it wrote into the ledger, and what it went together with. */
export function LedgerPart({ life: { ledger, batch, runs } }: { life: PaymentLife }) {
  const { t } = useTranslation('paymentPage');
  const nameRun = useKindName();
  const lines = ledger.flatMap((entry, index) =>
    entry.lines.map((line, number) => ({ id: `${index} ${number}`, event: entry.event, ...line })),
  );
  return (
    <>
      <section aria-labelledby="life-ledger" className={classes.part}>
        <h3 id="life-ledger" className={classes.label}>
          {t('ledger')}
        </h3>
        {lines.length === 0 && <p>{t('noLedger')}</p>}
        {lines.length > 0 && (
          <table className={classes.table} aria-labelledby="life-ledger">
            <thead>
              <tr>
                <th scope="col">{t('account')}</th>
                <th scope="col">{t('charge')}</th>
                <th scope="col" className={classes.money}>
                  {t('debit')}
                </th>
                <th scope="col" className={classes.money}>
                  {t('credit')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <tr key={line.id}>
                  <th scope="row">
                    {sayCode('ledgerAccounts', line.ledgerAccount)}
                    <span className={classes.why}>{sayCode('ledgerEvents', line.event)}</span>
                  </th>
                  <td>{[line.accountNumber, line.description].filter(Boolean).join(' · ')}</td>
                  <td className={classes.money}>
                    {line.debitCents > 0 && <MoneyText amount={line.debitCents} />}
                  </td>
                  <td className={classes.money}>
                    {line.creditCents > 0 && <MoneyText amount={line.creditCents} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {(batch || runs.length > 0) && (
        <section aria-labelledby="life-batch" className={classes.part}>
          <h3 id="life-batch" className={classes.label}>
            {t('batch')}
          </h3>
          {batch && (
            <p>
              {t('batchWords', {
                trace: batch.trace,
                batch: batch.batchNumber,
                modifier: batch.modifier,
                day: sayDate('en', batch.businessDay),
                sec: batch.secCode,
                settles: sayDate('en', batch.settlesOn),
              })}
            </p>
          )}
          {runs.map(({ kind, businessOn }) => (
            <p key={kind}>{t('run', { kind: nameRun(kind), day: sayDate('en', businessOn) })}</p>
          ))}
        </section>
      )}
    </>
  );
}
