import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownFinding, ShownRow } from '#shared/contract/reconciliation.ts';
import type { Cents } from '#shared/money/cents.ts';
import { sayDifference } from '#shared/reconciliation/say-day.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import figures from '../figures-table.module.css';
import { openPayment } from './open-payment.ts';
import classes from './reconciliation.module.css';
import { useRowWords } from './say-row.ts';

/** The payments on which the sources differ, what each says, and a way to the payment's page. */
export function FindingTable({ row }: { row: ShownRow }) {
  const { t, i18n } = useTranslation('reconciliation');
  const words = useRowWords();
  const says = (amount: Cents | null) =>
    amount === null ? t('finding.nothing') : <MoneyText amount={amount} />;
  return (
    <>
      <table
        className={`${figures.table} ${classes.findings}`}
        aria-label={t('findings', { row: words.whole(row) })}
      >
        <thead>
          <tr>
            <th scope="col">{t('finding.payment')}</th>
            <th scope="col">{t('finding.why')}</th>
            {(['ours', 'theirs', 'ledger'] as const).map(source => (
              <th key={source} scope="col" className={figures.number}>
                {t(`finding.${source}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.findings.map(finding => (
            <tr key={finding.ref}>
              <th scope="row">
                <Known finding={finding} />
              </th>
              <td>{sayDifference(i18n, row.theirs !== null, finding)}</td>
              <td className={figures.number}>{says(finding.ours)}</td>
              <td className={figures.number}>
                {row.theirs ? says(finding.theirs) : t('finding.notAsked')}
              </td>
              <td className={figures.number}>{says(finding.ledger)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {row.differing > row.findings.length && (
        <p className={classes.aside}>
          {t('more', { shown: row.findings.length, count: row.differing })}
        </p>
      )}
    </>
  );
}

function Known({ finding: { paymentKey, confirmation, ref } }: { finding: ShownFinding }) {
  const { t } = useTranslation('reconciliation');
  if (!paymentKey) return <span className={classes.ref}>{t('finding.unknownHere', { ref })}</span>;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      title={t('finding.openIt')}
      onClick={() => openPayment(paymentKey)}
    >
      {confirmation ?? t('finding.unconfirmed')}
    </Button>
  );
}
