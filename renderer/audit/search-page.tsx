import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { searchFault } from '#shared/search/search-fault.ts';
import { useAsk } from '../desk/ask.ts';
import { useKept } from '../desk/kept.ts';
import { useReadAt } from '../desk/use-now.ts';
import { ExportButton } from '../export/export-button.tsx';
import { AskAgain } from '../parts/ask-again.tsx';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { focusPane } from '../parts/focus.ts';
import { HiddenHeading } from '../parts/hidden-heading.tsx';
import { useKeys } from '../parts/keys.ts';
import { Pane } from '../parts/pane.tsx';
import { PaneAside } from '../parts/pane-aside.tsx';
import panes from '../parts/panes.module.css';
import { CopiedInstead } from './copied-note.tsx';
import { PaymentGrid } from './payment-grid.tsx';
import { PaymentPane } from './payment-pane.tsx';
import { SavedViews } from './saved-views.tsx';
import { SearchExport } from './search-export.tsx';
import { SearchFilters } from './search-filters.tsx';
import { TotalsLine } from './totals-line.tsx';
import { useAsked } from './use-asked.ts';
import { useCopied } from './use-copied.ts';
import { useFound, useNews } from './use-found.ts';
import { useOlderThanFault } from './use-older-than-fault.ts';
import { useSettled } from './use-settled.ts';

/** Every payment of a supervisor's regions: search and filters on top, what was found, and the chosen one beside it. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const use = useAsked();
  const { filters, sort } = use.asked;
  const [chosen, choose] = useKept<AttemptKey | null>('audit:payment', null);
  const asked = useSettled(use.asked);
  const fault = useMemo(() => searchFault(filters), [filters]);
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
  const readAt = useReadAt(dataUpdatedAt);
  const standing = useAsk('desk.state', null).data?.backend;
  const waitsForIt = error?.reason === 'unreachable' && standing === 'reachable';
  useEffect(() => {
    if (waitsForIt) void refetch();
  }, [waitsForIt, refetch]);
  const isAnswered = data !== undefined && !found.isPlaceholderData;
  // What the backend refuses, the copy does not show instead.
  const isRefused = error !== null && error.reason !== 'unreachable';
  const copied = useCopied(asked, sort, isSearched && !isAnswered && !isRefused);
  const read = useMemo(() => data?.pages.flatMap(page => page.payments) ?? [], [data]);
  const payments = copied?.payments ?? read;
  const isPageHere = isAnswered || error !== null;
  const isOld = useOlderThanFault(isSearched, isAnswered);
  const shows = ((data !== undefined && !isOld) || copied !== null) && isSearched;
  return (
    <div className={panes.panes} data-beside="narrow">
      <HiddenHeading>{t('heading')}</HiddenHeading>
      <div className={panes.found}>
        <Pane
          id="search"
          title={t('heading')}
          aside={
            <PaneAside>
              <SavedViews use={use} fault={fault} />
              <SearchExport
                filters={asked}
                sort={sort}
                enabled={isSearched}
                isPageHere={isPageHere}
              />
            </PaneAside>
          }
        >
          <SearchFilters use={use} fault={fault} />
          <TotalsLine
            filters={asked}
            enabled={isSearched}
            isPageHere={isPageHere}
            busy={isFetching}
            news={news}
            copied={error ? null : copied}
          />
          {copied && error && <CopiedInstead copied={copied} />}
          {error && shows && !copied && (
            <AskNote sign={IconCloudOff}>
              {error.reason === 'unreachable' ? t('away', { time: readAt }) : error.message}
            </AskNote>
          )}
          {error && !shows && isSearched && (
            <AskAgain refused={error} busy={isFetching} again={refetch}>
              {t('again')}
            </AskAgain>
          )}
          {!error && !shows && isSearched && <Busy busy does={t('reading')} />}
          {shows && payments.length === 0 && (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
          {shows && payments.length > 0 && (
            <PaymentGrid
              payments={payments}
              found={copied ? null : found}
              busy={asked !== filters || !isAnswered}
              use={use}
              chosen={chosen}
              onChoose={choose}
            />
          )}
        </Pane>
      </div>
      <div className={panes.beside}>
        <Pane
          id="payment"
          title={t('title')}
          scrolledByKey
          aside={
            chosen && (
              <ExportButton
                what={[{ list: 'paymentLife', filters: { key: chosen } }]}
                keyName="Ctrl+Shift+E"
              />
            )
          }
        >
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
