import { useTranslation } from 'react-i18next';
import type { Floor } from '#shared/contract/floor.ts';
import { averageOf } from '#shared/floor/shares.ts';
import { Figure } from './figure.tsx';
import { Lines } from './lines.tsx';
import { NumberTable } from './number-table.tsx';
import { sayCount, sayDay, sayDayShort, sayLength } from './say.ts';
import type { Series } from './series.ts';
import { overDays } from './sums.ts';
import { Legend } from './textures.tsx';
import type { FloorChoice } from './use-floor.ts';

/** How long the calls of each day took, on average and in the middle. */
export function HandlingFigure({
  floor: { days },
  choice: { tables },
}: {
  floor: Floor;
  choice: FloorChoice;
}) {
  const { t } = useTranslation('floor');
  const series: readonly Series[] = [
    { name: 'averageSeconds', label: t('handling.average'), tone: 'accent' },
    { name: 'medianSeconds', label: t('handling.median'), tone: 'side' },
  ];
  const rows = days.map(({ on, handling }) => ({
    of: on,
    label: sayDayShort(on),
    averageSeconds: averageOf(handling.seconds, handling.calls),
    ...handling,
  }));
  const calls = overDays(days, ({ handling }) => handling.calls);
  const seconds = overDays(days, ({ handling }) => handling.seconds);
  const average = sayLength(averageOf(seconds, calls));
  return (
    <Figure
      id="floor-handling"
      title={t('handling.title')}
      summary={t('handling.summary', { average, calls: sayCount(calls) })}
      legend={<Legend of="floor-handling" series={series} lines />}
      isEmpty={calls === 0}
      tables={tables}
      chart={<Lines rows={rows} series={series} say={sayLength} />}
      table={() => (
        <NumberTable
          label={t('handling.title')}
          head={[t('taken.day'), t('handling.average'), t('handling.median'), t('handling.calls')]}
          rows={rows.toReversed().map(row => ({
            key: row.of,
            label: sayDay(row.of),
            cells: [
              sayLength(row.averageSeconds),
              sayLength(row.medianSeconds),
              sayCount(row.calls),
            ],
          }))}
        />
      )}
    />
  );
}
