import { IconCloudOff, IconHourglassHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import { CollectionsOfCall } from '../../collections/collections-of-call.tsx';
import { useInstant } from '../../desk/use-now.ts';
import { useOpenCall } from '../../desk/use-open-call.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './balance-read.module.css';
import { Facts } from './facts.tsx';
import { Headline } from './headline.tsx';
import { Lines } from './lines.tsx';
import { Noted } from './noted.tsx';
import { RecentPayments } from './recent-payments.tsx';
import { clockTime } from './short-date.ts';
import { useBalance, useBalanceQuery } from './use-balance.ts';
import { Why } from './why.tsx';

/** The balance from its one amount down to the last line; room is kept for it while it is being read. */
export function BalanceRead() {
  const { t } = useTranslation('balance');
  const { error } = useBalanceQuery();
  const now = useInstant();
  const known = useBalance();
  const call = useOpenCall();
  if (!known) {
    return error ? <RefusedNote refused={error} /> : <Reserved says={t('reading')} />;
  }
  const { balance, source } = known;
  const open = call?.attempts.find(attempt => attempt.state === 'unknown');
  return (
    <>
      {source === 'kept' && (
        <AskNote sign={IconCloudOff}>{t('kept', { time: clockTime(balance.asOf, now) })}</AskNote>
      )}
      {open && (
        <AskNote sign={IconHourglassHigh}>
          {t('paymentOpen', { amount: showMoney(open.amountCents) })}
        </AskNote>
      )}
      <Headline {...known} />
      {!open && <Why {...known} />}
      <Facts {...known} />
      <CollectionsOfCall />
      <Noted {...known} />
      <Lines {...known} />
      <RecentPayments {...known} />
    </>
  );
}

function Reserved({ says }: { says: string }) {
  return (
    <div role="status" aria-label={says} className={classes.reserved}>
      <span className={classes.amount} />
      <span className={classes.bar} />
      <span className={classes.words} />
      <span className={classes.lines} />
    </div>
  );
}
