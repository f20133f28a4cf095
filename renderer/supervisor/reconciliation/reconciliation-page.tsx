import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { useKept } from '../../desk/kept.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { useReadAt } from '../../desk/use-now.ts';
import { type Exportable, ExportButton } from '../../export/export-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { HiddenHeading } from '../../parts/hidden-heading.tsx';
import { Pane } from '../../parts/pane.tsx';
import { PaneAside } from '../../parts/pane-aside.tsx';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import { ReadNote } from '../read-note.tsx';
import page from '../supervisor-page.module.css';
import { CloseForm } from './close-form.tsx';
import { ClosedNote } from './closed-note.tsx';
import { Corrections } from './corrections.tsx';
import { DayPicker } from './day-picker.tsx';
import { DayStatus } from './day-status.tsx';
import { DayTable } from './day-table.tsx';
import { type OpenCell, useOpenCell } from './open-cell.ts';
import { useDay } from './use-day.ts';

interface Place {
  readonly region: RegionCode;
  /** Null: the next to close, or the one that runs. */
  readonly day: CalendarDate | null;
}

/** Everything that the page says of a day, of which it may name the beginning alone, and the sum that stands open. */
function exportedOf({ region, businessOn }: ReconciledDay, cell: OpenCell | null): Exportable[] {
  const filters = { region, day: businessOn };
  const isOfDay = cell?.region === region && cell.day === businessOn;
  return [
    ...(cell && isOfDay ? [{ list: 'dayPayments' as const, filters: cell }] : []),
    ...(['dayRows', 'dayFindings', 'dayCorrections'] as const).map(list => ({ list, filters })),
  ];
}

/** A business day of a region against processor, bank and ledger, and its close. */
export function ReconciliationPage() {
  const { t } = useTranslation('reconciliation');
  const served = useDeskState()?.user?.regions ?? RegionCode.options;
  const first = { region: served[0] ?? 'NCAL', day: null };
  const [{ region, day: asked }, go] = useKept<Place>('audit:day', first);
  const reading = useDay(region, asked);
  const { data: day, error, dataUpdatedAt } = reading;
  const [cell] = useOpenCell();
  useFocusKept('reconciliation');
  const time = useReadAt(dataUpdatedAt);
  return (
    <Pane
      id="reconciliation"
      title={t('title')}
      aside={
        day && (
          <PaneAside asOf={!error && t('asOf', { time })}>
            <ExportButton what={exportedOf(day, cell)} />
          </PaneAside>
        )
      }
    >
      <DayPicker
        served={served}
        region={region}
        day={day}
        onRegion={chosen => go({ region: chosen, day: null })}
        onDay={chosen => go({ region, day: chosen })}
      />
      <ReadNote
        reading={reading}
        words={{ away: t('away', { time }), again: t('again'), reading: t('reading') }}
      />
      {!day && <HiddenHeading>{t('title')}</HiddenHeading>}
      {day && <Day day={day} onClosed={() => go({ region, day: day.businessOn })} />}
    </Pane>
  );
}

/** What was closed stays on the screen, also where the next day to close was asked for. */
function Day({ day, onClosed }: { day: ReconciledDay; onClosed: () => void }) {
  const { t } = useTranslation('reconciliation');
  const { region, businessOn, today, state, processor, next } = day;
  const name = sayDate('en', businessOn, today);
  const mayClose = state === 'ended' && processor === 'answered' && next === businessOn;
  return (
    <>
      <h1 className={page.title}>{t('heading', { region: regions[region].name, day: name })}</h1>
      <DayStatus day={day} />
      {day.rows.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      ) : (
        <DayTable day={day} name={name} />
      )}
      {mayClose && (
        <CloseForm key={`${region} ${businessOn}`} day={day} name={name} onClosed={onClosed} />
      )}
      <ClosedNote day={day} />
      <Corrections day={day} />
    </>
  );
}
