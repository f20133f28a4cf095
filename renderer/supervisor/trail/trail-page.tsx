import { useDebouncedValue } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../desk/kept.ts';
import { useReadAt } from '../../desk/use-now.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { AskAgain } from '../../parts/ask-again.tsx';
import { AskNote } from '../../parts/ask-note.tsx';
import { Busy } from '../../parts/busy.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { focusPane } from '../../parts/focus.ts';
import { HiddenHeading } from '../../parts/hidden-heading.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Pane } from '../../parts/pane.tsx';
import panes from '../../parts/panes.module.css';
import { ExportLine } from './export-line.tsx';
import { RecordFacts } from './record-facts.tsx';
import classes from './trail.module.css';
import { TrailFilterBoxes } from './trail-filter-boxes.tsx';
import { TrailGrid } from './trail-grid.tsx';
import { TrailStanding } from './trail-standing.tsx';
import {
  askedOf,
  everything,
  isTurned,
  type TrailFilters,
  useNewer,
  useTrail,
} from './use-trail.ts';
import { VerificationLine } from './verification-line.tsx';

/** As long as somebody types, nothing is asked. */
const TYPED_MS = 250;

/** The audit trail: verified here, taken along, narrowed, and each record with what proves it. */
export function TrailPage() {
  const { t } = useTranslation('trail');
  const [filters, narrow] = useKept<TrailFilters>('audit:trail', everything);
  const [chosen, choose] = useKept<number | null>('audit:trail-record', null);
  const [asked] = useDebouncedValue(filters, TYPED_MS);
  const trail = useTrail(asked);
  const newer = useNewer(trail);
  useEffect(() => focusPane('trail'), []);
  useKeys({
    'Ctrl+F': { does: t('keys.box'), run: () => focusPane('trail'), shown: 'help' },
    F7: { does: t('keys.grid'), run: () => document.getElementById('trail-grid')?.focus() },
    F9: { does: t('keys.record'), run: () => focusPane('trail-record') },
  });
  const { data, error, isFetching, dataUpdatedAt, refetch } = trail;
  const readAt = useReadAt(dataUpdatedAt);
  const records = data?.pages.flatMap(page => page.records) ?? [];
  const page = data?.pages[0];
  return (
    <div className={panes.panes}>
      <HiddenHeading>{t('title')}</HiddenHeading>
      <div className={panes.found}>
        <Pane
          id="trail"
          title={t('title')}
          aside={
            <ExportButton
              what={[{ list: 'auditRecords', filters: askedOf(asked) }]}
              disabled={isTurned(asked)}
            />
          }
        >
          <div className={classes.proof}>
            <VerificationLine onShow={choose} />
            <ExportLine />
          </div>
          <TrailFilterBoxes
            filters={filters}
            onNarrow={some => narrow({ ...filters, ...some })}
            onClear={() => narrow(everything)}
          />
          {page && <TrailStanding page={page} busy={isFetching} newer={newer} />}
          {error && page && (
            <AskNote sign={IconCloudOff}>
              {error.reason === 'unreachable' ? t('away', { time: readAt }) : error.message}
            </AskNote>
          )}
          {error && !page && (
            <AskAgain refused={error} busy={isFetching} again={refetch}>
              {t('again')}
            </AskAgain>
          )}
          {!error && !page && !isTurned(asked) && <Busy busy does={t('reading')} />}
          {page && records.length === 0 && (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          )}
          {records.length > 0 && (
            <TrailGrid records={records} trail={trail} chosen={chosen} onChoose={choose} />
          )}
        </Pane>
      </div>
      <div className={panes.beside}>
        <Pane id="trail-record" title={t('recordTitle')} scrolledByKey>
          {chosen === null ? (
            <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>
          ) : (
            <RecordFacts key={chosen} position={chosen} />
          )}
        </Pane>
      </div>
    </div>
  );
}
