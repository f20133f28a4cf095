import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvWriter } from '#electron/exports/worker/csv-writer.ts';
import { pdfWriter } from '#electron/exports/worker/pdf-writer.ts';
import type { FileFacts, TableWriter } from '#electron/exports/worker/table-writer.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { exportLists } from '#shared/export/lists.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { exportColumns } from '#shared/words/en/export-columns.ts';
import { createWords } from '#shared/words/words.ts';
import { pdfText } from '#tests/support/pdf-text.ts';

const fonts = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/inter');
const at = instantOf(Date.parse('2026-11-20T18:00:00Z'));
const words = createWords('en');
const list = exportLists.payments;

const names = [
  '=HYPERLINK("https://evil.example","click")',
  "-O'Neil, Mary-Jane",
  'Nguyễn Thị Ánh Tuyết',
  'Peña "Chico" Ruiz;\tJr.',
  'Two\nlines\r\nof a name',
  'Smiley 😀 Jones',
  `Longest ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)} Name`,
];

const facts: FileFacts = {
  list,
  words,
  total: names.length,
  start: {
    backendUrl: '',
    token: '',
    order: {
      exportId: '019aa0b0-0000-7000-8000-000000000000',
      list: 'payments',
      filters: { filters: { ...noFilters, from: '2026-11-01' }, sort: newestFirst },
      format: 'csv',
    },
    path: '',
    unfinished: '',
    typeface: {
      regular: join(fonts, '400Regular/Inter_400Regular.ttf'),
      semiBold: join(fonts, '600SemiBold/Inter_600SemiBold.ttf'),
    },
    by: { name: 'Sanna Lindqvist', at },
    sandbox: true,
    silenceMs: 1_000,
  },
};

const rowOf = (guarantorName: string) => ({
  key: '019aa0b0-1234-7000-8000-000000000001',
  takenAt: at,
  region: 'NCAL',
  guarantorId: '300000001',
  guarantorName,
  takenByName: 'Rosa Ames',
  state: 'posted',
  stateAt: at,
  method: { kind: 'card', brand: 'visa', last4: '4242' },
  amountCents: 31_240,
  confirmation: 'AP7-KA9-4K7',
});
const lines = names.flatMap(name => list.linesOf(rowOf(name), words));

async function written(writer: TableWriter): Promise<Buffer> {
  return Buffer.concat([await writer.head(), await writer.rows(lines), await writer.end()]);
}

it('a CSV gives back every name as it was, but those that a spreadsheet would reckon', async () => {
  const rows = parse(await written(csvWriter(facts)), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  const read = rows.map(row => row.Guarantor);
  expect(read).toEqual([`'${names[0]}`, `'${names[1]}`, ...names.slice(2)]);
  expect(rows[0]).toMatchObject({ Amount: '312.40', Taken: at, Method: 'Visa ending 4242' });
});

it('a PDF says who exported what, and shows every name whole, however long', async () => {
  const bytes = await written(pdfWriter(facts));
  const text = await pdfText(bytes);
  expect(text).toContain('Exported by Sanna Lindqvist, Nov 20, 2026, 18:00 UTC');
  expect(text).toContain('From: 2026-11-01 · sorted by taken');
  expect(text).toContain('Contains protected health information');
  expect(text).toContain('Nov 20, 2026, 10:00 PST');
  expect(text).toContain(`rows 1 to ${names.length} of ${names.length}`);
  const together = text.replaceAll(' ', '');
  expect(together).toContain('NguyễnThịÁnhTuyết');
  expect(together).toContain("-O'Neil,Mary-Jane");
});

it.each(Object.entries(exportLists))(
  'no word above the columns of %s is broken',
  async (_, each) => {
    const writer = pdfWriter({ ...facts, list: { ...each, said: () => [] }, total: 0 });
    const text = await pdfText(Buffer.concat([await writer.head(), await writer.end()]));
    const heads = each.columns.filter(({ width }) => width > 0);
    const words = heads.flatMap(({ title }) => exportColumns[title].split(' '));
    expect(words.filter(word => !text.includes(word))).toEqual([]);
  },
);
