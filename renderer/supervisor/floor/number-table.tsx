import type { ReactNode } from 'react';
import classes from './floor-page.module.css';

export interface NumberRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly ReactNode[];
}

/** A table whose first column names the row and whose others are numbers. */
export function NumberTable({
  label,
  head,
  rows,
}: {
  label: string;
  /** Of the first column, then of the numbers. */
  head: readonly string[];
  rows: readonly NumberRow[];
}) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {head.map(each => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {row.cells.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
