import type { ReactNode } from 'react';
import type { GridColumn } from './grid-column.ts';
import classes from './virtual-grid.module.css';

/** Where a row stands among all of them, what it is now, and what choosing it does. */
export interface RowPlace {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
}

/** One row of the grid: its cells, by the names of the columns. */
export function GridRow<Name extends string>({
  columns,
  cells,
  id,
  index,
  top,
  height,
  isActive,
  isChosen,
  onChoose,
}: RowPlace & {
  columns: readonly GridColumn<Name>[];
  cells: Readonly<Record<Name, ReactNode>>;
  onChoose: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid cannot be a table, see there
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all of its rows
    <div
      role="row"
      id={id}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-active={isActive || undefined}
      className={classes.row}
      style={{ top, height }}
      onClick={onChoose}
    >
      {columns.map(({ name, atEnd }) => {
        const cell = cells[name];
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={name}
            role="gridcell"
            tabIndex={-1}
            className={classes.cell}
            data-at-end={atEnd}
            // What a narrow column cuts off can be read where it is pointed at.
            title={typeof cell === 'string' ? cell : undefined}
          >
            {cell}
          </div>
        );
      })}
    </div>
  );
}
