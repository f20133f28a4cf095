import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerKind } from '#shared/billing/account.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { AccountRows } from './account-rows.tsx';
import { groupLines } from './group-lines.ts';
import classes from './lines.module.css';
import type { KnownBalance } from './use-balance.ts';

/** As many lines as fit several screens; the others come when they are asked for. */
const PAGE_LINES = 60;

/** The lines of one ledger with their subtotals. Drawn again only when the balance was read again. */
export const LedgerTable = memo(function LedgerTable({
  ledger,
  balance,
  summary,
  today,
}: KnownBalance & { ledger: LedgerKind }) {
  const { t } = useTranslation('balance');
  const [closed, setClosed] = useState(false);
  const [most, setMost] = useState(PAGE_LINES);
  const { accounts, closedCount, moreCount } = groupLines(balance, ledger, { closed, most });
  if (accounts.length === 0 && closedCount === 0) return null;
  const title = t(`ledgers.${ledger}`);
  return (
    <>
      <table className={classes.table} aria-label={title}>
        <colgroup>
          <col />
          <col className={classes.servicedOn} />
          <col className={classes.dueOn} />
          <col className={classes.insurance} />
          <col className={classes.money} />
        </colgroup>
        <thead>
          <tr className={classes.ledger}>
            <th scope="colgroup" colSpan={4}>
              {title}
              {ledger === 'premium' && <span className={classes.aside}>{t('ledgerAside')}</span>}
            </th>
            <td>
              <MoneyText amount={summary.ledgers[ledger].openCents} />
            </td>
          </tr>
          <tr className={classes.columns}>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('servicedOn')}</th>
            <th scope="col">{t('dueOn')}</th>
            <th scope="col">{t('insurance')}</th>
            <th scope="col">{t('balance')}</th>
          </tr>
        </thead>
        {accounts.map(group => (
          <AccountRows
            key={group.account.accountId}
            {...group}
            today={today}
            openCents={summary.accounts.get(group.account.accountId)?.openCents}
          />
        ))}
      </table>
      {accounts.length === 0 && <p className={classes.nothing}>{t('noLines')}</p>}
      {moreCount + closedCount > 0 && (
        <div className={classes.more}>
          {moreCount > 0 && (
            <button type="button" onClick={() => setMost(most + PAGE_LINES)}>
              {t('showMore', { count: Math.min(moreCount, PAGE_LINES) })}
            </button>
          )}
          {closedCount > 0 && (
            <button type="button" aria-expanded={closed} onClick={() => setClosed(!closed)}>
              {closed ? t('hideClosed') : t('showClosed', { count: closedCount })}
            </button>
          )}
        </div>
      )}
    </>
  );
});
