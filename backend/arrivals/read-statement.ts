import { CsvError, parse } from 'csv-parse/sync';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import {
  columnMustBe,
  type StatementColumn,
  StatementEntry,
  statementColumns,
} from './statement-entry.ts';

/** What is wrong with a statement, and on which line of its file. */
export interface StatementFault {
  readonly line: number;
  readonly reason: string;
}

export interface EntryOnLine extends StatementEntry {
  readonly line: number;
}

export type ReadStatement =
  | { ok: true; entries: EntryOnLine[] }
  | { ok: false; faults: StatementFault[] };

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const refuse = (line: number, reason: string): ReadStatement => ({
  ok: false,
  faults: [{ line, reason }],
});

function headerFault(header: readonly string[]): string | undefined {
  const missing = statementColumns.filter(column => !header.includes(column));
  if (missing.length > 0) return `the header lacks the column ${missing.join(', ')}`;
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return `the header names the column ${twice} twice`;
  const other = header.find(name => !(statementColumns as string[]).includes(name));
  return other === undefined ? undefined : `the header names a column "${other}" that is not known`;
}

function readRow(
  header: readonly string[],
  { record, info }: Row,
  today: CalendarDate,
): EntryOnLine | StatementFault[] {
  const line = info.lines;
  if (record.length !== header.length) {
    return [{ line, reason: `it has ${record.length} fields and the header ${header.length}` }];
  }
  const fields = Object.fromEntries(header.map((name, index) => [name, record[index]]));
  const read = StatementEntry.safeParse(fields);
  if (!read.success) {
    const columns = [...new Set(read.error.issues.map(issue => issue.path[0]))];
    return columns.map(column => ({
      line,
      reason: `${String(column)} ${columnMustBe[column as StatementColumn]}`,
    }));
  }
  if (read.data.booked_on > today) {
    return [{ line, reason: `booked_on is ${read.data.booked_on}, a day that has not come yet` }];
  }
  return { ...read.data, line };
}

function findRepeats(entries: readonly EntryOnLine[]): StatementFault[] {
  const lines = new Map<string, number>();
  return entries.flatMap(({ statement_id, entry_id, line }) => {
    const id = JSON.stringify([statement_id, entry_id]);
    const earlier = lines.get(id);
    lines.set(id, earlier ?? line);
    if (earlier === undefined) return [];
    return [
      {
        line,
        reason: `entry ${entry_id} of statement ${statement_id} stands on line ${earlier} already`,
      },
    ];
  });
}

/**
 * Reads a bank statement (the columns are described at `StatementEntry`) strictly: with one fault in it
 * nothing of it is taken. `today` is the latest day on which anything can have been booked.
 */
export function readStatement(text: string, today: CalendarDate): ReadStatement {
  let rows: Row[];
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    rows = parse(text, options) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(Number(Object(error).lines ?? 1), 'its quotes are not those of a CSV file');
  }
  const [header, ...entries] = rows;
  if (!header) return refuse(1, 'the file is empty');
  const wrong = headerFault(header.record);
  if (wrong) return refuse(header.info.lines, wrong);
  if (entries.length === 0) return refuse(header.info.lines, 'no entry follows the header');
  const read = entries.map(row => readRow(header.record, row, today));
  const good = read.filter((each): each is EntryOnLine => !Array.isArray(each));
  const faults = [...read.filter(each => Array.isArray(each)).flat(), ...findRepeats(good)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entries: good };
}
