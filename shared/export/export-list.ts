import type { i18n } from 'i18next';
import { z } from 'zod';
import type { RouteName } from '../contract/routes.ts';
import type { exportColumns } from '../words/en/export-columns.ts';

/** Text is neutralised in a CSV; cents become `312.40` there, dates and instants are ISO 8601, instants in UTC. */
export type CellKind = 'text' | 'cents' | 'count' | 'date' | 'instant';
export type Cell = string | number | null;

export interface ColumnHead {
  readonly title: keyof typeof exportColumns;
  readonly kind: CellKind;
  /** Its share of a line on paper; with 0 it stands in the CSV alone. */
  readonly width: number;
}

/** A column with what stands in it. */
export interface Column<Line> extends ColumnHead {
  readonly cell: (line: Line, words: i18n) => Cell;
}

/** A line of the table, with the zone whose clock tells its instants on paper. */
export interface ExportLine {
  readonly cells: readonly Cell[];
  readonly timeZone: string;
}

/** A list that may be taken along as a file: what it is asked by, what the backend sends, and its columns. */
export interface ExportList {
  /** Whoever may ask this route may export the list. */
  readonly sameAs: RouteName;
  readonly filters: z.ZodType;
  readonly columns: readonly ColumnHead[];
  /** The lines that one row of the backend makes; throws where it is no such row. */
  linesOf(row: unknown, words: i18n): ExportLine[];
  /** What it was narrowed to, each in a few words. */
  said(filters: unknown, words: i18n): string[];
}

/** The filters of a list that is always taken along whole. */
export const unfiltered = z.strictObject({});

interface Declared<Filters extends z.ZodType, Line> {
  readonly sameAs: RouteName;
  readonly filters: Filters;
  readonly columns: readonly Column<NoInfer<Line>>[];
  readonly zoneOf?: (line: NoInfer<Line>) => string;
  readonly said?: (filters: z.output<Filters>, words: i18n) => string[];
}

/** Declares a list of which a row makes several lines, with the types of its lines checked against its columns. */
export function exportLines<Filters extends z.ZodType, Row extends z.ZodType, Line>(
  declared: Declared<Filters, Line> & {
    readonly row: Row;
    readonly lines: (row: z.output<Row>, words: i18n) => readonly Line[];
  },
): ExportList {
  const { sameAs, filters, row: Row, columns, zoneOf = () => 'UTC' } = declared;
  return {
    sameAs,
    filters,
    columns: columns.map(({ title, kind, width }) => ({ title, kind, width })),
    linesOf: (row, words) =>
      declared.lines(Row.parse(row), words).map(line => ({
        cells: columns.map(({ cell }) => cell(line, words)),
        timeZone: zoneOf(line),
      })),
    said: (asked, words) => declared.said?.(filters.parse(asked), words) ?? [],
  };
}

/** Declares a list of which a row is a line, with the types of its rows checked against its columns. */
export function exportList<Filters extends z.ZodType, Row extends z.ZodType>(
  declared: Declared<Filters, z.output<Row>> & { readonly row: Row },
): ExportList {
  return exportLines<Filters, Row, z.output<Row>>({ ...declared, lines: row => [row] });
}
