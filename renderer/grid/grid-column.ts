/** A column of a grid; the page says its title and its width. */
export interface GridColumn<Name extends string = string> {
  readonly name: Name;
  /** Numbers stand at the end of their column, so that their digits stand under each other. */
  readonly atEnd?: boolean;
}

/** A column that is an order: how it is sorted by it now, and what sorts by it. */
export interface ColumnSort {
  readonly direction: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
}
