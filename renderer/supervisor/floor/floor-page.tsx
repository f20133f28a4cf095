import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { Floor } from '#shared/contract/floor.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { useReadAt } from '../../desk/use-now.ts';
import { type Exportable, ExportButton } from '../../export/export-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { PaneAside } from '../../parts/pane-aside.tsx';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import { ReadNote } from '../read-note.tsx';
import page from '../supervisor-page.module.css';
import { DeclineReasons } from './decline-reasons.tsx';
import { DeclinesFigure } from './declines-figure.tsx';
import { FloorControls } from './floor-controls.tsx';
import classes from './floor-page.module.css';
import { HandlingFigure } from './handling-figure.tsx';
import { PlansFigure, PromisesFigure } from './kept-figures.tsx';
import { MethodsTable } from './methods-table.tsx';
import { DaysFigure, HoursFigure } from './taken-figures.tsx';
import { TodayTiles } from './today-tiles.tsx';
import { type FloorChoice, useFloor, useFloorChoice } from './use-floor.ts';
import { WhatIsCounted } from './what-is-counted.tsx';

/** The tables behind the charts. */
function exportedOf({ region, days }: FloorChoice): Exportable[] {
  const lists = ['floorDays', 'floorMethods', 'floorHours', 'floorDeclines'] as const;
  return lists.map(list => ({ list, filters: { region, days } }));
}

/** The floor now and over time. No number on it is of one person. */
export function FloorPage() {
  const { t } = useTranslation('floor');
  const { choice: kept, choose } = useFloorChoice();
  const served = useDeskState()?.user?.regions ?? [];
  // A region that was taken from whoever looks is asked of no more.
  const isServed = kept.region === null || served.includes(kept.region);
  const choice: FloorChoice = isServed ? kept : { ...kept, region: null };
  const reading = useFloor(choice);
  const { data, error, dataUpdatedAt } = reading;
  useFocusKept('floor');
  const time = useReadAt(dataUpdatedAt);
  return (
    <Pane
      id="floor"
      title={t('title')}
      aside={
        <PaneAside asOf={data && !error && t('asOf', { time })}>
          <ExportButton what={exportedOf(choice)} disabled={!data} />
        </PaneAside>
      }
    >
      <h1 className={page.title}>
        {data && !error ? t('headingCalls', { count: data.calls.open }) : t('heading')}
      </h1>
      <FloorControls served={served} choice={choice} choose={choose} />
      <ReadNote
        reading={reading}
        words={{ away: t('away', { time }), again: t('again'), reading: t('reading') }}
      />
      {data && <Shown floor={data} choice={choice} />}
    </Pane>
  );
}

function isIdle({ days, calls }: Floor): boolean {
  return (
    calls.open === 0 &&
    days.every(
      ({ taken, cards, handling, promises, plans }) =>
        taken.length + cards.answered + handling.calls + plans.offered + plans.missed === 0 &&
        promises.kept + promises.broken + promises.open === 0,
    )
  );
}

function Shown({ floor, choice }: { floor: Floor; choice: FloorChoice }) {
  const { t } = useTranslation('floor');
  const [first, today] = [floor.days[0], floor.days.at(-1)];
  if (!first || !today) return null;
  const to = sayDate('en', today.on);
  return (
    <>
      <h2 className={classes.sub}>{t('today', { date: to })}</h2>
      <TodayTiles floor={floor} region={choice.region} />
      {isIdle(floor) ? (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      ) : (
        <>
          <div className={classes.figures}>
            <MethodsTable day={today} region={choice.region} />
            <HoursFigure floor={floor} choice={choice} />
          </div>
          <h2 className={classes.sub}>
            {t('overTime', { from: sayDate('en', first.on, today.on), to })}
          </h2>
          <div className={classes.figures}>
            <DaysFigure floor={floor} choice={choice} />
            <DeclinesFigure floor={floor} choice={choice} />
            <HandlingFigure floor={floor} choice={choice} />
            <PromisesFigure floor={floor} choice={choice} />
            <PlansFigure floor={floor} choice={choice} />
            <DeclineReasons declines={floor.declines} />
          </div>
        </>
      )}
      <WhatIsCounted />
    </>
  );
}
