import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ColumnSort, GridColumn } from './grid-column.ts';
import classes from './virtual-grid.module.css';

function SortButton({ title, sort }: { title: string; sort: ColumnSort }) {
  const sorted = sort.direction !== 'none';
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton
      className={classes.sort}
      data-sorted={sorted || undefined}
      onClick={sort.onSort}
    >
      {title}
      {sorted && <Arrow size={12} aria-hidden="true" />}
    </UnstyledButton>
  );
}

/** The titles of the columns; those that are an order are buttons. */
export function GridHead<Column extends GridColumn>({
  columns,
  titleOf,
  sortOf,
}: {
  columns: readonly Column[];
  titleOf: (name: Column['name']) => string;
  sortOf?: (column: Column) => ColumnSort | undefined;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid cannot be a table, see there
    <div role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="row" tabIndex={-1} aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        {columns.map(column => {
          const sort = sortOf?.(column);
          const title = titleOf(column.name);
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={column.name}
              role="columnheader"
              tabIndex={-1}
              className={classes.cell}
              data-at-end={column.atEnd}
              aria-sort={sort?.direction}
            >
              {sort ? <SortButton title={title} sort={sort} /> : title}
            </div>
          );
        })}
      </div>
    </div>
  );
}
