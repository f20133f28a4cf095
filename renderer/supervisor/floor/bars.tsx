import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { BarPiece } from './bar-piece.tsx';
import type { ChartRow, Series } from './series.ts';
import { colourOf } from './series.ts';
import { fillOf, Textures } from './textures.tsx';

/** Where a chart puts a piece of a bar. */
interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly index: number;
}

/** Bars upon each other, one stack for each row; nothing moves when numbers do. */
export function Bars<Of>({
  id,
  rows,
  series,
  say,
  sayAxis = say,
  onOpen,
}: {
  id: string;
  rows: readonly ChartRow<Of>[];
  series: readonly Series[];
  say: (value: number) => string;
  sayAxis?: (value: number) => string;
  /** Opens what a piece of a bar stands for. */
  onOpen?: (of: Of, series: string) => void;
}) {
  const { t } = useTranslation('floor');
  const counts = (row: ChartRow<Of>, { name }: Series) => Number(row[name]) > 0;
  // One stop for the keyboard: the lowest piece of the last bar that has one.
  const last = rows.findLastIndex(row => series.some(each => counts(row, each)));
  const lowest = series.findIndex(each => rows[last] && counts(rows[last], each));
  const pieceOf =
    (own: Series, open: (of: Of, series: string) => void) =>
    ({ x, y, width, height, index }: Rectangle) => {
      const row = rows[index];
      if (!row || !counts(row, own)) return <g />;
      const place = series.indexOf(own);
      return (
        <BarPiece
          box={{ x, y, width, height }}
          fill={fillOf(id, own)}
          name={t('findOf', { what: `${own.label}, ${row.label}, ${say(Number(row[own.name]))}` })}
          index={index}
          series={place}
          isStop={index === last && place === lowest}
          onOpen={() => open(row.of, own.name)}
        />
      );
    };
  return (
    <BarChart
      h="100%"
      type="stacked"
      data={[...rows]}
      dataKey="label"
      series={series.map(({ name, label, tone }) => ({ name, label, color: colourOf[tone] }))}
      valueFormatter={say}
      yAxisProps={{ tickFormatter: sayAxis, width: 56, allowDecimals: false }}
      xAxisProps={{ minTickGap: 12 }}
      tooltipProps={{ isAnimationActive: false }}
      accessibilityLayer={false}
      maxBarWidth={32}
      barProps={({ name }) => {
        const own = series.find(each => each.name === name);
        return {
          ...(own && { fill: fillOf(id, own) }),
          ...(own && onOpen && { shape: pieceOf(own, onOpen) }),
        };
      }}
    >
      <Textures of={id} series={series} />
    </BarChart>
  );
}
