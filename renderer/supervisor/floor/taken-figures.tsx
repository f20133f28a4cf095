import { useTranslation } from 'react-i18next';
import type { Floor } from '#shared/contract/floor.ts';
import { standingIn } from '#shared/floor/counted.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { FindNumber } from './find-number.tsx';
import { NumberTable } from './number-table.tsx';
import { sayCompact, sayDay, sayDayShort, sayHour } from './say.ts';
import type { Series } from './series.ts';
import { byGroup, groupNames, type MethodGroup, methodGroups, sumOf } from './sums.ts';
import { Legend } from './textures.tsx';
import { useFind } from './use-find.ts';
import type { FloorChoice } from './use-floor.ts';

interface Shown {
  readonly floor: Floor;
  readonly choice: FloorChoice;
}

const money = (amount: number) => showMoney(amount as Cents);

function useGroups(): readonly Series[] {
  const { t } = useTranslation('floor');
  return [
    { name: 'card', label: t('taken.card'), tone: 'accent' },
    { name: 'ach', label: t('taken.ach'), tone: 'side' },
    { name: 'arrived', label: t('taken.arrived'), tone: 'quiet' },
  ];
}

/** The payments of today that stand, hour by hour on the clock of their region. */
export function HoursFigure({ floor: { hours }, choice: { tables } }: Shown) {
  const { t } = useTranslation('floor');
  const series = useGroups();
  const last = Math.max(17, ...hours.map(({ hour }) => hour));
  const first = Math.min(8, ...hours.map(({ hour }) => hour));
  const rows = Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    const taken = hours.find(each => each.hour === hour)?.taken ?? [];
    return { of: hour, label: sayHour(hour), ...byGroup(taken) };
  });
  const sum = cents(hours.reduce((total, { taken }) => total + sumOf(taken), 0));
  return (
    <Figure
      id="floor-hours"
      title={t('hours.title')}
      summary={t('hours.summary', { sum: showMoney(sum) })}
      legend={<Legend of="floor-hours" series={series} />}
      isEmpty={hours.length === 0}
      none={t('none')}
      tables={tables}
      chart={<Bars id="floor-hours" rows={rows} series={series} say={money} sayAxis={sayCompact} />}
      table={() => (
        <NumberTable
          label={t('hours.title')}
          head={[t('hours.hour'), ...series.map(({ label }) => label)]}
          rows={rows.map(row => ({
            key: row.label,
            label: row.label,
            cells: groupNames.map(group => showMoney(row[group])),
          }))}
        />
      )}
    />
  );
}

/** The payments of each day that stand; a bar and a number open the search on them. */
export function DaysFigure({ floor: { days }, choice: { tables, region } }: Shown) {
  const { t } = useTranslation('floor');
  const series = useGroups();
  const find = useFind();
  const rows = days.map(({ on, taken }) => ({
    of: on,
    label: sayDayShort(on),
    ...byGroup(taken),
  }));
  const filtersOf = (on: (typeof days)[number]['on'], group: MethodGroup) =>
    standingIn({ region, from: on, to: on }, methodGroups[group]);
  const sum = cents(days.reduce((total, { taken }) => total + sumOf(taken), 0));
  return (
    <Figure
      id="floor-days"
      title={t('taken.title')}
      summary={t('taken.summary', { sum: showMoney(sum) })}
      legend={<Legend of="floor-days" series={series} />}
      isEmpty={sum === 0}
      tables={tables}
      opens
      chart={
        <Bars
          id="floor-days"
          rows={rows}
          series={series}
          say={money}
          sayAxis={sayCompact}
          onOpen={(on, name) => find(filtersOf(on, name as MethodGroup))}
        />
      }
      table={opens => (
        <NumberTable
          label={t('taken.title')}
          head={[t('taken.day'), ...series.map(({ label }) => label)]}
          rows={rows.toReversed().map(row => ({
            key: row.of,
            label: sayDay(row.of),
            cells: groupNames.map(group =>
              opens && row[group] > 0 ? (
                <FindNumber
                  key={group}
                  what={`${t(`taken.${group}`)}, ${sayDay(row.of)}`}
                  filters={filtersOf(row.of, group)}
                >
                  {showMoney(row[group])}
                </FindNumber>
              ) : (
                showMoney(row[group])
              ),
            ),
          }))}
        />
      )}
    />
  );
}
