import { useTranslation } from 'react-i18next';
import type { Floor } from '#shared/contract/floor.ts';
import { percentOf } from '#shared/floor/shares.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { NumberTable } from './number-table.tsx';
import { sayCount, sayDay, sayDayShort, sayPercent } from './say.ts';
import type { Series } from './series.ts';
import { overDays } from './sums.ts';
import { Legend } from './textures.tsx';
import type { FloorChoice } from './use-floor.ts';

interface Shown {
  readonly floor: Floor;
  readonly choice: FloorChoice;
}

/** What became of the promises to pay, by the day they were for. */
export function PromisesFigure({ floor: { days }, choice: { tables } }: Shown) {
  const { t } = useTranslation('floor');
  const series: readonly Series[] = [
    { name: 'kept', label: t('promises.kept'), tone: 'done' },
    { name: 'broken', label: t('promises.broken'), tone: 'stop' },
    { name: 'open', label: t('promises.open'), tone: 'open' },
  ];
  const rows = days.map(({ on, promises }) => ({ of: on, label: sayDayShort(on), ...promises }));
  const kept = overDays(days, ({ promises }) => promises.kept);
  const broken = overDays(days, ({ promises }) => promises.broken);
  const open = overDays(days, ({ promises }) => promises.open);
  const percent = percentOf(kept, kept + broken);
  const summary = t(percent === null ? 'promises.summaryOpen' : 'promises.summary', {
    kept,
    broken,
    open,
    percent: percent ?? 0,
  });
  return (
    <Figure
      id="floor-promises"
      title={t('promises.title')}
      summary={summary}
      said={summary}
      legend={<Legend of="floor-promises" series={series} />}
      isEmpty={kept + broken + open === 0}
      tables={tables}
      chart={<Bars id="floor-promises" rows={rows} series={series} say={sayCount} />}
      table={() => (
        <NumberTable
          label={t('promises.title')}
          head={[t('taken.day'), ...series.map(({ label }) => label), t('promises.share')]}
          rows={rows.toReversed().map(row => ({
            key: row.of,
            label: sayDay(row.of),
            cells: [
              sayCount(row.kept),
              sayCount(row.broken),
              sayCount(row.open),
              sayPercent(percentOf(row.kept, row.kept + row.broken)),
            ],
          }))}
        />
      )}
    />
  );
}

/** In how many calls and cases a plan was offered and agreed to, and which instalments were missed. */
export function PlansFigure({ floor: { days }, choice: { tables } }: Shown) {
  const { t } = useTranslation('floor');
  const series: readonly Series[] = [
    { name: 'agreed', label: t('plans.agreed'), tone: 'accent' },
    { name: 'declined', label: t('plans.offered'), tone: 'quiet' },
  ];
  const rows = days.map(({ on, plans }) => ({
    of: on,
    label: sayDayShort(on),
    ...plans,
    declined: plans.offered - plans.agreed,
  }));
  const offered = overDays(days, ({ plans }) => plans.offered);
  const agreed = overDays(days, ({ plans }) => plans.agreed);
  const missed = overDays(days, ({ plans }) => plans.missed);
  const percent = percentOf(agreed, offered) ?? 0;
  return (
    <Figure
      id="floor-plans"
      title={t('plans.title')}
      summary={t('plans.summary', { agreed, offered, percent })}
      legend={<Legend of="floor-plans" series={series} />}
      isEmpty={offered + missed === 0}
      tables={tables}
      chart={<Bars id="floor-plans" rows={rows} series={series} say={sayCount} />}
      table={() => (
        <NumberTable
          label={t('plans.title')}
          head={[
            t('taken.day'),
            t('plans.offeredAll'),
            t('plans.agreed'),
            t('declines.share'),
            t('plans.missed'),
          ]}
          rows={rows.toReversed().map(row => ({
            key: row.of,
            label: sayDay(row.of),
            cells: [
              sayCount(row.offered),
              sayCount(row.agreed),
              sayPercent(percentOf(row.agreed, row.offered)),
              sayCount(row.missed),
            ],
          }))}
        />
      )}
    />
  );
}
