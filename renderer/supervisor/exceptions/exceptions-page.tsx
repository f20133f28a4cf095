import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '#shared/calendar/dates.ts';
import type { UnknownOutcome } from '#shared/contract/exceptions.ts';
import { AskAgain } from '../../parts/ask-again.tsx';
import { AskNote } from '../../parts/ask-note.tsx';
import { Busy } from '../../parts/busy.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { showClock } from '../../parts/show-time.ts';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import { ArrivalList } from '../arrivals/arrival-list.tsx';
import { RefundsToPayOut } from '../refunds/refunds-to-pay-out.tsx';
import { WaitingRefunds } from '../refunds/waiting-refunds.tsx';
import page from '../supervisor-page.module.css';
import { UnpostedPayments } from '../traces/unposted-payments.tsx';
import { WaitingWaivers } from '../waivers/waiting-waivers.tsx';
import { AchExceptionList } from './ach-exception-list.tsx';
import { CreditList } from './credit-list.tsx';
import classes from './exceptions-page.module.css';
import { OutcomeDetail } from './outcome-detail.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { ReturnRates } from './return-rates.tsx';
import { ScheduledList } from './scheduled-list.tsx';
import { UnsignedList } from './unsigned-list.tsx';
import { useUnknownOutcomes } from './use-exceptions.ts';

/** Payments that need a supervisor: outcomes nobody knows at the left, the chosen one at the right. */
export function ExceptionsPage() {
  const { t } = useTranslation('exceptions');
  const { data, error, dataUpdatedAt, isFetching, refetch } = useUnknownOutcomes();
  const [chosen, setChosen] = useState<UnknownOutcome | null>(null);
  useFocusKept('outcomes');
  const now = data?.outcomes.find(each => each.key === chosen?.key);
  const time = showClock(instantOf(dataUpdatedAt));
  return (
    <div className={page.panes}>
      <Pane
        id="outcomes"
        title={t('title')}
        scrolledByKey
        aside={data && !error && <span className={classes.asOf}>{t('asOf', { time })}</span>}
      >
        {error && data && (
          <AskNote sign={IconCloudOff}>
            {error.reason === 'unreachable' ? t('away', { time }) : error.message}
          </AskNote>
        )}
        {error && !data && (
          <AskAgain takesFocus refused={error} busy={isFetching} again={refetch}>
            {t('again')}
          </AskAgain>
        )}
        {!error && !data && <Busy busy does={t('reading')} />}
        {data && (
          <OutcomeList outcomes={data.outcomes} chosenKey={chosen?.key} onChoose={setChosen} />
        )}
        <AchExceptionList />
        <ReturnRates />
        <WaitingRefunds />
        <RefundsToPayOut />
        <WaitingWaivers />
        <UnpostedPayments />
        <CreditList />
        <ArrivalList />
        <ScheduledList />
        <UnsignedList />
      </Pane>
      <div className={page.record}>
        <Pane id="outcome" title={t('chosen')}>
          {chosen ? (
            <OutcomeDetail
              key={chosen.key}
              outcome={now ?? chosen}
              gone={data !== undefined && now === undefined}
              away={error?.reason === 'unreachable'}
              onOverridden={() => void refetch()}
            />
          ) : (
            <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>
          )}
        </Pane>
      </div>
    </div>
  );
}
