import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvWriter } from '#electron/exports/worker/csv-writer.ts';
import { pdfWriter } from '#electron/exports/worker/pdf-writer.ts';
import type { FileFacts } from '#electron/exports/worker/table-writer.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { exportLists } from '#shared/export/lists.ts';
import { createWords } from '#shared/words/words.ts';
import { pdfText } from '#tests/support/pdf-text.ts';

const fonts = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/inter');
const at = instantOf(Date.parse('2026-11-20T18:00:00Z'));
const words = createWords('en');
const list = exportLists.arrivals;

/** What a bank, or whoever pays by wire, may write where their name stands. */
const written = [
  "=cmd|' /C calc'!A0",
  '@SUM(1+9)*cmd',
  '+1-510-555-0100',
  '-2+3',
  '\t=1+1',
  '\r\n=1+1',
  '\u0000=1+1',
  '\u001b[31m=1+1',
  '\u202e=1+1',
  '"=1+1',
  '"',
  'one "lone quote',
  'a,b;c\td',
  'two\nlines',
  'three\r\nlines\r',
  'Ann \u202egpj.evil\u202c Lee',
  'Zoë 👩🏽‍⚕️ O’Hara',
  'e\u0301 decomposed',
  'x'.repeat(400),
  `${'Wolfe '.repeat(80)}end`,
  "'=1",
  ' ',
];

const facts: FileFacts = {
  list,
  words,
  total: written.length,
  start: {
    backendUrl: '',
    token: '',
    order: {
      exportId: '019aa0b0-0000-7000-8000-000000000000',
      list: 'arrivals',
      filters: {},
      format: 'csv',
    },
    path: '',
    unfinished: '',
    typeface: {
      regular: join(fonts, '400Regular/Inter_400Regular.ttf'),
      semiBold: join(fonts, '600SemiBold/Inter_600SemiBold.ttf'),
    },
    by: { name: '=HYPERLINK("https://evil.example")', at },
    sandbox: true,
    silenceMs: 1_000,
  },
};

/** The same text wherever a bank's file brings one. */
const lines = written.flatMap(text =>
  list.linesOf(
    {
      arrivalId: '019aa0b0-1234-7000-8000-000000000001',
      channel: 'wire',
      amountCents: 31_240,
      bookedOn: '2026-11-20',
      statementId: text,
      entryId: text,
      remitter: text,
      remittance: text,
      why: 'nobody_named',
      guarantorId: '300000001',
      guarantorName: text,
    },
    words,
  ),
);

describe('what a bank’s file says', () => {
  test('is in the CSV as it was, in one cell, and no cell begins as a formula does', async () => {
    const writer = csvWriter(facts);
    const parts = [await writer.head(), await writer.rows(lines), await writer.end()];
    const rows = parse(Buffer.concat(parts), { bom: true }) as string[][];
    expect(rows).toHaveLength(written.length + 1);
    const [heads = [], ...read] = rows;
    for (const [index, row] of read.entries()) {
      expect(row).toHaveLength(heads.length);
      const text = written[index] ?? '';
      for (const head of ['From', 'Written on it', 'Statement', 'Entry']) {
        expect(heads).toContain(head);
        const cell = row[heads.indexOf(head)];
        expect([text, `'${text}`]).toContain(cell);
      }
      for (const cell of row) {
        expect(cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '')).not.toMatch(/^[=+\-@]/);
      }
    }
  });

  test('is on paper whole, in the order of its letters, and breaks no page', async () => {
    const writer = pdfWriter(facts);
    const parts = [await writer.head(), await writer.rows(lines), await writer.end()];
    const text = (await pdfText(Buffer.concat(parts))).replaceAll(/\s/g, '');
    expect(text).toContain(`rows1to`);
    expect(text).toContain('gpj.evil');
    expect(text).toContain('Zoë');
    // Of four hundred letters none is lost, however they are broken.
    expect(text.split('x').length - 1).toBeGreaterThanOrEqual(400);
  });
});
