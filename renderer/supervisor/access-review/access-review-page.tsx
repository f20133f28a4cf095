import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dateIn } from '#shared/calendar/dates.ts';
import { everyLook, type ListedPattern, type LookFilters } from '#shared/contract/access-review.ts';
import { useKept } from '../../desk/kept.ts';
import { useInstant } from '../../desk/use-now.ts';
import { type Exportable, ExportButton } from '../../export/export-button.tsx';
import { AskAgain } from '../../parts/ask-again.tsx';
import { Busy } from '../../parts/busy.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { focusPane } from '../../parts/focus.ts';
import { HiddenHeading } from '../../parts/hidden-heading.tsx';
import { useKeys } from '../../parts/keys.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { Pane } from '../../parts/pane.tsx';
import panes from '../../parts/panes.module.css';
import classes from './access-review.module.css';
import { LookFilterBoxes } from './look-filters.tsx';
import { LookTable } from './look-table.tsx';
import { PatternList } from './pattern-list.tsx';
import { isTurned, useLooks, usePatternDays } from './use-looks.ts';

const TYPED_MS = 250;

/** The looks behind something that stands out. */
function behind({ key }: ListedPattern): LookFilters {
  const isWeek = key.pattern === 'again_and_again';
  return {
    ...everyLook,
    user: key.userId,
    patient: key.subject || null,
    from: key.seenOn,
    to: isWeek ? addDays(key.seenOn, 6) : key.seenOn,
    withoutCall: isWeek || key.pattern === 'without_call' ? true : null,
  };
}

/** Who looked at which patient, when and why; beside it what stands out among it, with why it is listed. */
export function AccessReviewPage() {
  const { t } = useTranslation('accessReview');
  const [filters, narrow] = useKept<LookFilters>('audit:looks', everyLook);
  const [asked] = useDebouncedValue(filters, TYPED_MS);
  const pages = useLooks(asked);
  const today = dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone, useInstant());
  const [days] = usePatternDays(today);
  useEffect(() => focusPane('access-looks'), []);
  useKeys({
    F7: { does: t('keys.looks'), run: () => focusPane('access-looks') },
    F9: { does: t('keys.patterns'), run: () => focusPane('access-patterns') },
  });
  const { data, error, isFetching, refetch } = pages;
  const exported: Exportable[] = [
    { list: 'accessLooks', filters: asked },
    ...(isTurned(days) ? [] : [{ list: 'accessPatterns' as const, filters: days }]),
  ];
  const looks = data?.pages.flatMap(page => page.looks) ?? [];
  return (
    <div className={panes.panes} data-beside="wide">
      <HiddenHeading>{t('title')}</HiddenHeading>
      <div className={panes.found}>
        <Pane
          id="access-looks"
          title={t('title')}
          scrolledByKey
          aside={<ExportButton what={exported} disabled={isTurned(asked)} />}
        >
          <LookFilterBoxes
            filters={filters}
            users={data?.pages[0]?.users ?? []}
            onNarrow={some => narrow({ ...filters, ...some })}
            onClear={() => narrow(everyLook)}
          />
          <div className={classes.status}>
            <Busy busy={isFetching} does={t('reading')} />
            {error && (
              <AskAgain refused={error} busy={isFetching} again={refetch}>
                {t('again')}
              </AskAgain>
            )}
          </div>
          {data && looks.length === 0 && !isTurned(asked) && (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
          {looks.length > 0 && <LookTable looks={looks} />}
          <MoreRows pages={pages}>{t('more')}</MoreRows>
        </Pane>
      </div>
      <div className={panes.beside}>
        <Pane id="access-patterns" title={t('patternsTitle')} scrolledByKey>
          <PatternList today={today} onShow={listed => narrow(behind(listed))} />
        </Pane>
      </div>
    </div>
  );
}
