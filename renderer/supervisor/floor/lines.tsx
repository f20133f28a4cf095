import { LineChart } from '@mantine/charts';
import { type ChartRow, colourOf, type Series, textureOf } from './series.ts';

/** A line for each series, one of them dashed; days without a number leave a gap. */
export function Lines<Of>({
  rows,
  series,
  say,
}: {
  rows: readonly ChartRow<Of>[];
  series: readonly Series[];
  say: (value: number) => string;
}) {
  return (
    <LineChart
      h="100%"
      data={[...rows]}
      dataKey="label"
      curveType="linear"
      connectNulls={false}
      series={series.map(({ name, label, tone }) => ({
        name,
        label,
        color: colourOf[tone],
        ...(textureOf[tone] && { strokeDasharray: '4 3' }),
      }))}
      valueFormatter={say}
      dotProps={{ r: 2 }}
      yAxisProps={{ width: 56 }}
      xAxisProps={{ minTickGap: 12 }}
      tooltipProps={{ isAnimationActive: false }}
      accessibilityLayer={false}
    />
  );
}
