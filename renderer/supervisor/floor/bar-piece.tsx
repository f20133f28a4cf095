import type { KeyboardEvent } from 'react';

/** Where a piece leads to by the arrows: the days beside it, the series above and below. */
const steps: Partial<Record<string, readonly [index: number, series: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function stepTo(from: SVGElement, [byIndex, bySeries]: readonly [number, number]): void {
  const chart = from.closest('svg');
  const place = (name: 'index' | 'series') => Number(from.dataset[name]);
  let [index, series] = [place('index'), place('series')];
  // Days on which there was nothing have no piece to stop at.
  for (let tries = 0; chart && tries < 100; tries++) {
    [index, series] = [index + byIndex, series + bySeries];
    const next = chart.querySelector<SVGElement>(
      `[data-index="${index}"][data-series="${series}"]`,
    );
    if (next) {
      next.focus();
      return;
    }
  }
}

/** A piece of a bar that opens what it stands for, by a click and by the keyboard: one stop, then arrows. */
export function BarPiece({
  box: { x, y, width, height },
  fill,
  name,
  index,
  series,
  isStop,
  onOpen,
}: {
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  fill: string;
  name: string;
  index: number;
  series: number;
  isStop: boolean;
  onOpen: () => void;
}) {
  function onKeyDown(event: KeyboardEvent<SVGRectElement>) {
    const step = steps[event.key];
    if (!step && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (step) stepTo(event.currentTarget, step);
    else onOpen();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      fill={fill}
      cursor="pointer"
      role="button"
      aria-label={name}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      data-series={series}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    />
  );
}
