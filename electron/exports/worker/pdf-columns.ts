import type { ColumnHead } from '#shared/export/export-list.ts';
import { addLetters, type Letters } from './letters.ts';
import { LEADING, type Paper, SIZE } from './pdf-paper.ts';

/** Between a column and the next. */
const BETWEEN = 8;

/** A column that stands on paper, with its place in a line. */
export interface Place extends ColumnHead {
  /** Which of the list's columns it is. */
  readonly index: number;
  readonly x: number;
  readonly isNumber: boolean;
}

/** So much money is never broken. */
const WIDE_AMOUNT = '−$999,999.99';

/** What a column needs so that no word of its head is broken. */
const leastOf = ({ kind }: ColumnHead, head: string, { widthOf }: Letters) =>
  BETWEEN + Math.max(...head.split(' ').map(widthOf), kind === 'cents' ? widthOf(WIDE_AMOUNT) : 0);

/** By their shares; those that need more get it from the others. */
function widthsOf(shares: readonly number[], least: readonly number[], whole: number): number[] {
  const given = shares.map((): number | null => null);
  for (;;) {
    const free = given.reduce((rest: number, width) => rest - (width ?? 0), whole);
    const shared = shares.reduce((sum, share, at) => sum + (given[at] === null ? share : 0), 0);
    const widths = shares.map((share, at) => given[at] ?? (free * share) / shared);
    const short = widths.findIndex((width, at) => given[at] === null && width < (least[at] ?? 0));
    if (short < 0) return widths;
    given[short] = least[short] ?? 0;
  }
}

/** Shares a width among the columns that stand on paper, under heads in these letters. */
export function placesOf(
  columns: readonly ColumnHead[],
  headOf: (column: ColumnHead) => string,
  letters: Letters,
  left: number,
  whole: number,
): Place[] {
  const shown = columns.flatMap((column, index) =>
    column.width > 0 ? [{ ...column, index }] : [],
  );
  const shares = shown.map(({ width }) => width);
  const least = shown.map(column => leastOf(column, headOf(column), letters));
  const widths = widthsOf(shares, least, whole);
  let x = left;
  return shown.map((column, at) => {
    const mine = widths[at] ?? 0;
    const isNumber = column.kind === 'cents' || column.kind === 'count';
    const place = { ...column, x, width: mine - BETWEEN, isNumber };
    x += mine;
    return place;
  });
}

/** Cells of a line as they are broken, and how high the line is. */
export function brokenLine(letters: Letters, places: readonly Place[], texts: readonly string[]) {
  const cells = places.map(({ width }, at) => letters.linesOf(texts[at] ?? '', width));
  const most = cells.reduce((longest, { length }) => Math.max(longest, length), 1);
  return { cells, height: most * LEADING };
}

export function drawLine(
  paper: Paper,
  letters: Letters,
  places: readonly Place[],
  cells: readonly string[][],
  top: number,
): void {
  const drawn = places.map(({ x, width, isNumber }, at) =>
    letters.drawn(cells[at] ?? [], x, top, width, isNumber),
  );
  addLetters(paper, SIZE, drawn.join('\n'));
}
