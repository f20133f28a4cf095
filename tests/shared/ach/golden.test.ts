import { describe, expect, it, test } from 'vitest';
import { readAch } from '#shared/ach/read-ach.ts';
import {
  checkLines,
  type GoldenFile,
  goldenFiles,
  goldenLines,
  goldenText,
  put,
} from './ach-files.ts';

type Sums = [batches: number, entries: number, addenda: number, debits: number, credits: number];

const sums: Record<GoldenFile, Sums> = {
  'tel.ach': [1, 3, 0, 36240, 0],
  'ppd.ach': [2, 4, 1, 2500, 121999],
  'web.ach': [2, 3, 1, 7800, 4200],
  'ccd.ach': [2, 3, 2, 935000, 0],
  'ctx.ach': [1, 2, 3, 0, 1284460],
  'iat.ach': [1, 2, 16, 46200, 0],
  'returns.ach': [3, 4, 11, 81240, 120000],
  'dishonoured.ach': [2, 2, 2, 62480, 0],
  'cor.ach': [2, 8, 8, 0, 0],
};

describe.each(goldenFiles)('the correct file %s', name => {
  it('has neither faults nor warnings, and adds up', () => {
    const report = checkLines(goldenLines(name));
    expect({ faults: report.faults, warnings: report.warnings }).toEqual({
      faults: [],
      warnings: [],
    });
    const { batches, entries, addenda, debitCents, creditCents, ok } = report;
    expect([batches, entries, addenda, debitCents, creditCents]).toEqual(sums[name]);
    expect(ok).toBe(true);
  });

  it('is as good with other line ends, or without the last one', () => {
    const text = goldenText(name);
    for (const other of [text.replaceAll('\n', '\r\n'), text.slice(0, -1)]) {
      expect(readAch(other)).toEqual(readAch(text));
    }
  });
});

describe('what others leave out is only warned about', () => {
  const lines = goldenLines('tel.ach');
  const withoutFiller = lines.filter(line => !/^9{94}$/.test(line));

  it('a file without filler', () => {
    expect(withoutFiller.length).toBeLessThan(lines.length);
    const { ok, warnings } = checkLines(withoutFiller);
    expect({ ok, warnings: warnings.length }).toEqual({ ok: true, warnings: 1 });
  });

  it('blanks lost at the end of the file header and the file control', () => {
    const trimmed = lines.map(line => line.trimEnd());
    expect(trimmed).not.toEqual(lines);
    const { ok, warnings } = checkLines(trimmed);
    expect(ok).toBe(true);
    expect(warnings.map(({ line }) => line)).toEqual([1, 7]);
  });

  it('many blank lines after the last record', () => {
    const { ok, warnings } = checkLines([...lines, '', '   ', ...Array(40).fill(''), '\x1a']);
    expect(ok).toBe(true);
    expect(warnings).toEqual([{ line: 11, reason: 'The file ends with blank lines.' }]);
  });

  it('an origin that is a tax number, a reference, and a digit as file id', () => {
    const header = `${lines[0]?.slice(0, 33)}7${lines[0]?.slice(34, 86)}REF00017`;
    const report = checkLines([header, ...lines.slice(1)]);
    expect(report).toMatchObject({ ok: true, warnings: [] });
  });

  it('zeros where the rules want blanks', () => {
    const zeros = lines.map(line => line.replace(/^(9.{54}) {39}$/, `$1${'0'.repeat(39)}`));
    expect(zeros).not.toEqual(lines);
    const { ok, warnings } = checkLines(zeros);
    expect({ ok, lines: warnings.map(({ line }) => line) }).toEqual({ ok: true, lines: [7] });
  });

  it('a return whose addenda have the trace the entry was first sent with', () => {
    const other = goldenLines('returns.ach').map((line, at) =>
      at === 3 ? put(94, '9')(line) : line,
    );
    expect(other).not.toEqual(goldenLines('returns.ach'));
    const { ok, warnings } = checkLines(other);
    expect({ ok, lines: warnings.map(({ line }) => line) }).toEqual({ ok: true, lines: [4] });
  });

  it('a dishonoured return that kept the transaction code of its entry', () => {
    const [header = '', batch = '', entry = '', addenda = '', ...rest] =
      goldenLines('dishonoured.ach');
    const kept = put(2, '27')(entry);
    const { ok, warnings } = checkLines([header, batch, kept, addenda, ...rest]);
    expect({ ok, lines: warnings.map(({ line }) => line) }).toEqual({ ok: true, lines: [3] });
  });

  it('traces that start again with each batch', () => {
    const again = goldenLines('ppd.ach').map(line => line.replace(/^(632.*)0000004$/, '$10000001'));
    expect(again).not.toEqual(goldenLines('ppd.ach'));
    const { ok, warnings } = checkLines(again);
    expect({ ok, lines: warnings.map(({ line }) => line) }).toEqual({ ok: true, lines: [8] });
  });
});

test('a file without any batch is what some banks send on a quiet day', () => {
  const [header = ''] = goldenLines('tel.ach');
  const control = `9000000000001${'0'.repeat(42)}${' '.repeat(39)}`;
  const { ok, warnings } = checkLines([header, control, ...Array(8).fill('9'.repeat(94))]);
  expect(ok).toBe(true);
  expect(warnings.map(({ reason }) => reason)).toEqual(['The file has no batches.']);
});
