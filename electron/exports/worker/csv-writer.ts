import { type Options, stringify } from 'csv-stringify/sync';
import { csvCell } from '#shared/export/cell-text.ts';
import type { FileFacts, TableWriter } from './table-writer.ts';

// RFC 4180. A line end in a cell, whichever it is, puts the cell in quotes.
const rfc: Options = { record_delimiter: 'windows', quoted_match: /[\r\n]/ };

/**
 * A CSV as RFC 4180 has it, in UTF-8 with its mark at the beginning: without it a spreadsheet on Windows reads
 * names with accents in the code page of the machine.
 */
export function csvWriter({ list, words }: FileFacts): TableWriter {
  const { columns } = list;
  return {
    async head() {
      const titles = columns.map(({ title }) => words.t(`exports:columns.${title}`));
      return Buffer.from(stringify([titles], { ...rfc, bom: true }));
    },
    async rows(lines) {
      if (lines.length === 0) return Buffer.alloc(0);
      const cells = lines.map(line =>
        columns.map(({ kind }, index) => csvCell(kind, line.cells[index] ?? null)),
      );
      return Buffer.from(stringify(cells, rfc));
    },
    end: async () => Buffer.alloc(0),
  };
}
