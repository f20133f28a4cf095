import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type Key, type ReactNode, useRef } from 'react';
import type { RowPlace } from './grid-row.tsx';
import { useActiveRow } from './use-active-row.ts';
import { type MorePages, useNextPage } from './use-next-page.ts';
import classes from './virtual-grid.module.css';

const ROW_PX = 34;

interface VirtualGridProps<Row, RowKey extends Key> {
  /** The grid is `<id>-grid`, its rows are `<id>-0`, `<id>-1` … */
  readonly id: string;
  readonly label: string;
  /** The page's class: how wide the columns are. */
  readonly columnsClass: string | undefined;
  readonly columnCount: number;
  readonly rows: readonly Row[];
  /** These rows are not yet the answer to what is asked now. */
  readonly busy?: boolean;
  readonly keyOf: (row: Row) => RowKey;
  /** What brings the next page; null where all there is was brought. */
  readonly pages: MorePages | null;
  readonly chosen: RowKey | null;
  readonly onChoose: (key: RowKey) => void;
  readonly head: ReactNode;
  readonly children: (row: Row, place: RowPlace, onChoose: (key: RowKey) => void) => ReactNode;
}

/** A long list, a row for each; only those in view are drawn. Arrow keys move, Enter opens. */
export function VirtualGrid<Row, RowKey extends Key>({
  id,
  label,
  columnsClass,
  columnCount,
  rows,
  busy = false,
  keyOf,
  pages,
  chosen,
  onChoose,
  head,
  children,
}: VirtualGridProps<Row, RowKey>) {
  const grid = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollPaddingStart: ROW_PX,
  });
  const { at, move, choose } = useActiveRow({
    rows,
    keyOf,
    onChoose,
    show: index => virtual.scrollToIndex(index),
  });
  const shown = virtual.getVirtualItems();
  useNextPage(pages, shown.at(-1)?.index ?? 0, rows.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are drawn only while they are in view
    <div
      ref={grid}
      id={`${id}-grid`}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-busy={busy}
      aria-rowcount={pages?.hasNextPage ? -1 : rows.length + 1}
      aria-colcount={columnCount}
      aria-activedescendant={shown.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      className={`${classes.grid} ${columnsClass}`}
      onKeyDown={event => {
        if (event.target === grid.current && move(event.key)) event.preventDefault();
      }}
    >
      {head}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const key = keyOf(row);
          const place = {
            id: `${id}-${index}`,
            index,
            top: start,
            height: ROW_PX,
            isActive: index === at,
            isChosen: key === chosen,
          };
          return <Fragment key={key}>{children(row, place, choose)}</Fragment>;
        })}
      </div>
    </div>
  );
}
