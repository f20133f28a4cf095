import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '#shared/calendar/dates.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { searchFault } from '#shared/search/search-fault.ts';
import { useKept } from '../desk/kept.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { focusPane } from '../parts/focus.ts';
import { useKeys } from '../parts/keys.ts';
import { Pane } from '../parts/pane.tsx';
import { showClock } from '../parts/show-time.ts';
import { PaymentGrid } from './payment-grid.tsx';
import { PaymentPane } from './payment-pane.tsx';
import { SavedViews } from './saved-views.tsx';
import { SearchFilters } from './search-filters.tsx';
import classes from './search-page.module.css';
import { TotalsLine } from './totals-line.tsx';
import { useAsked } from './use-asked.ts';
import { useFound, useNews } from './use-found.ts';

/** As long as somebody types, nothing is asked. */
const TYPED_MS = 200;

/** Every payment of a supervisor's regions: search and filters on top, what was found, and the chosen one beside it. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const use = useAsked();
  const { filters, sort } = use.asked;
  const [chosen, choose] = useKept<AttemptKey | null>('audit:payment', null);
  const [asked] = useDebouncedValue(filters, TYPED_MS);
  const fault = searchFault(filters);
  const isSearched = searchFault(asked) === undefined;
  const found = useFound(asked, sort, isSearched);
  const news = useNews(found);
  useEffect(() => focusPane('search'), []);
  useKeys({
    'Ctrl+F': { does: t('keys.box'), run: () => focusPane('search'), shown: 'help' },
    F7: { does: t('keys.grid'), run: () => document.getElementById('found-grid')?.focus() },
    F9: { does: t('keys.payment'), run: () => focusPane('payment') },
  });
  const { data, error, isFetching, dataUpdatedAt, refetch } = found;
  const payments = data?.pages.flatMap(page => page.payments) ?? [];
  const shows = data !== undefined && isSearched;
  return (
    <div className={classes.panes}>
      <VisuallyHidden>
        <h1>{t('heading')}</h1>
      </VisuallyHidden>
      <div className={classes.found}>
        <Pane id="search" title={t('heading')} aside={<SavedViews use={use} fault={fault} />}>
          <SearchFilters use={use} fault={fault} />
          <TotalsLine filters={asked} enabled={isSearched} busy={isFetching} news={news} />
          {error && shows && (
            <AskNote sign={IconCloudOff}>
              {error.reason === 'unreachable'
                ? t('away', { time: showClock(instantOf(dataUpdatedAt)) })
                : error.message}
            </AskNote>
          )}
          {error && !shows && isSearched && (
            <AskAgain refused={error} busy={isFetching} again={refetch}>
              {t('again')}
            </AskAgain>
          )}
          {!error && !data && isSearched && <Busy busy does={t('reading')} />}
          {shows && payments.length === 0 && (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
          {shows && payments.length > 0 && (
            <PaymentGrid
              payments={payments}
              found={found}
              use={use}
              chosen={chosen}
              onChoose={choose}
            />
          )}
        </Pane>
      </div>
      <div className={classes.payment}>
        <Pane id="payment" title={t('title')} scrolledByKey>
          {chosen ? (
            <PaymentPane key={chosen} paymentKey={chosen} />
          ) : (
            <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>
          )}
        </Pane>
      </div>
    </div>
  );
}
