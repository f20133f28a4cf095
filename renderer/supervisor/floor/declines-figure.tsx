import { useTranslation } from 'react-i18next';
import type { Floor } from '#shared/contract/floor.ts';
import { declinedIn } from '#shared/floor/counted.ts';
import { percentOf } from '#shared/floor/shares.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { FindNumber } from './find-number.tsx';
import { NumberTable } from './number-table.tsx';
import { sayCount, sayDay, sayDayShort, sayPercent } from './say.ts';
import type { Series } from './series.ts';
import { overDays } from './sums.ts';
import { Legend } from './textures.tsx';
import { useFind } from './use-find.ts';
import type { FloorChoice } from './use-floor.ts';

/** How many cards were declined on each day, and out of how many. */
export function DeclinesFigure({
  floor: { days },
  choice: { tables, region },
}: {
  floor: Floor;
  choice: FloorChoice;
}) {
  const { t } = useTranslation('floor');
  const find = useFind();
  const series: readonly Series[] = [
    { name: 'declined', label: t('declines.declined'), tone: 'stop' },
  ];
  const declined = overDays(days, ({ cards }) => cards.declined);
  const answered = overDays(days, ({ cards }) => cards.answered);
  const rows = days.map(({ on, cards }) => ({ of: on, label: sayDayShort(on), ...cards }));
  const filtersOf = (on: (typeof days)[number]['on']) => declinedIn({ region, from: on, to: on });
  const percent = percentOf(declined, answered) ?? 0;
  return (
    <Figure
      id="floor-declines"
      title={t('declines.title')}
      summary={t('declines.summary', { declined, answered, percent })}
      legend={<Legend of="floor-declines" series={series} />}
      isEmpty={declined === 0}
      {...(answered > 0 && { none: t('declines.none', { count: answered }) })}
      tables={tables}
      opens
      chart={
        <Bars
          id="floor-declines"
          rows={rows}
          series={series}
          say={sayCount}
          onOpen={on => find(filtersOf(on))}
        />
      }
      table={opens => (
        <NumberTable
          label={t('declines.title')}
          head={[
            t('taken.day'),
            t('declines.declined'),
            t('declines.answered'),
            t('declines.share'),
          ]}
          rows={rows.toReversed().map(row => ({
            key: row.of,
            label: sayDay(row.of),
            cells: [
              opens && row.declined > 0 ? (
                <FindNumber
                  key="declined"
                  what={`${t('declines.declined')}, ${sayDay(row.of)}`}
                  filters={filtersOf(row.of)}
                >
                  {sayCount(row.declined)}
                </FindNumber>
              ) : (
                sayCount(row.declined)
              ),
              sayCount(row.answered),
              sayPercent(percentOf(row.declined, row.answered)),
            ],
          }))}
        />
      )}
    />
  );
}
