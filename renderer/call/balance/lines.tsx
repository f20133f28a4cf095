import { useTranslation } from 'react-i18next';
import { LedgerKind } from '#shared/billing/account.ts';
import { LedgerTable } from './ledger-table.tsx';
import classes from './lines.module.css';
import { Part } from './part.tsx';
import type { KnownBalance } from './use-balance.ts';
import { moveBetweenLines } from './walk-lines.ts';

/** Every line, by ledger and account. Arrows walk, Enter opens a line. */
export function Lines(known: KnownBalance) {
  const { t } = useTranslation('balance');
  return (
    <Part title={t('lines')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only moves the focus between the buttons inside */}
      <div className={classes.lines} onKeyDown={moveBetweenLines}>
        {LedgerKind.options.map(ledger => (
          <LedgerTable key={ledger} ledger={ledger} {...known} />
        ))}
      </div>
    </Part>
  );
}
