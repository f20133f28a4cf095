import { describe, expect, it, test } from 'vitest';
import { checkLines, type GoldenFile, goldenLines, put, withLine } from './ach-files.ts';

type Row = [what: string, file: GoldenFile, line: number, change: (text: string) => string, RegExp];

const inOneLine: Row[] = [
  ['a character too many', 'tel.ach', 3, text => `${text} `, /has 95 characters/],
  ['a character too few', 'tel.ach', 3, text => text.slice(0, -1), /has 93 characters/],
  ['a letter that is not ASCII', 'tel.ach', 3, put(60, 'Đ'), /Position 60 .* not ASCII/],
  ['a tab', 'tel.ach', 3, put(41, '\t'), /Position 41 holds a tab/],
  ['a record type that does not exist', 'tel.ach', 4, put(1, '4'), /no record type "4"/],
  ['another record size', 'tel.ach', 1, put(35, '095'), /record size .* is "095"/],
  ['another blocking factor', 'tel.ach', 1, put(38, '01'), /blocking factor/],
  ['a small letter as file id', 'tel.ach', 1, put(34, 'a'), /file id modifier .* small letters/],
  ['a day that does not exist', 'tel.ach', 1, put(24, '260230'), /creation date .* not a date/],
  ['an hour that does not exist', 'tel.ach', 1, put(30, '2460'), /creation time .* not a time/],
  ['a settlement day 367', 'tel.ach', 2, put(76, '367'), /not a day of the year/],
  ['a code of small letters', 'tel.ach', 2, put(51, 'tel'), /small letters/],
  ['a code that does not exist', 'tel.ach', 2, put(51, 'TLE'), /no standard entry class code TLE/],
  ['no entry description', 'tel.ach', 2, put(54, ' '.repeat(10)), /description .* is blank/],
  ['an unknown service class', 'tel.ach', 2, put(2, '230'), /service class .* is "230"/],
  ['debits under credits only', 'tel.ach', 2, put(2, '220'), /220 has credits only/],
  ['a wrong check digit', 'tel.ach', 3, put(12, '3'), /check digit 3 .* should be 2/],
  ['a bank of zeros', 'tel.ach', 3, put(4, '000000000'), /all zeros/],
  ['no account', 'tel.ach', 3, put(13, ' '.repeat(17)), /account number .* is blank/],
  ['an amount with a point', 'tel.ach', 3, put(30, '00000312.4'), /amount .* other than digits/],
  ['a payment of nothing', 'tel.ach', 3, put(30, '0000000000'), /has the amount zero/],
  ['a prenote of something', 'tel.ach', 5, put(39, '1'), /prenote .* must have the amount zero/],
  ['a credit under TEL', 'tel.ach', 3, put(2, '22'), /TEL has debits only/],
  ['an unknown transaction code', 'tel.ach', 3, put(2, '25'), /no transaction code 25/],
  ['a trace of another bank', 'tel.ach', 3, put(80, '12104288'), /does not begin with bank/],
  ['a trace twice', 'tel.ach', 4, put(94, '1'), /is that of the entry before/],
  ['a trace that goes down', 'tel.ach', 4, put(92, '010'), /is below/],
  ['addenda that are not there', 'tel.ach', 3, put(79, '1'), /indicator is 1; there are no/],
  ['an addenda indicator 2', 'tel.ach', 3, put(79, '2'), /addenda indicator .* is "2"/],
  ['a return without its addenda', 'tel.ach', 3, put(2, '26'), /is for returns/],
  ['another company in the control', 'tel.ach', 6, put(45, '2'), /company id is not that/],
  ['another bank in the control', 'tel.ach', 6, put(80, '2'), /originating bank .* is not that/],
  ['another batch number there', 'tel.ach', 6, put(94, '2'), /batch number .* is not that/],
  ['addenda of another entry', 'ppd.ach', 4, put(94, '2'), /entry sequence .* is not that/],
  ['addenda that begin with 2', 'ppd.ach', 4, put(87, '2'), /sequence is 0002/],
  ['addenda that were not announced', 'ppd.ach', 3, put(79, '0'), /indicator is 0; there are/],
  ['addenda of an unknown type', 'ppd.ach', 4, put(2, '06'), /no addenda 06/],
  ['fewer addenda than stated', 'ctx.ach', 3, put(58, '4'), /says 4 addenda; there are 3/],
  ['IAT addenda out of order', 'iat.ach', 5, put(2, '13'), /Addenda 12 follow addenda 13/],
  ['an unknown currency rule', 'iat.ach', 2, put(21, 'XX'), /foreign exchange indicator/],
  ['fewer IAT addenda than stated', 'iat.ach', 3, put(13, '0008'), /says 8 addenda; there are 9/],
  ['an unknown return code', 'returns.ach', 4, put(4, 'R99'), /no return code "R99"/],
  ['a return code in small letters', 'returns.ach', 4, put(4, 'r01'), /small letters/],
  ['a return of a live entry', 'returns.ach', 3, put(2, '27'), /27 is not one of a return/],
  ['an original trace of letters', 'returns.ach', 4, put(7, 'X'), /original trace .* digits/],
  ['a death on no day', 'returns.ach', 6, put(22, '261131'), /date of death .* not a date/],
  ['a return that answers none', 'dishonoured.ach', 4, put(57, '99'), /no return code R99/],
  ['an unknown change code', 'cor.ach', 4, put(4, 'C15'), /no change code "C15"/],
  ['a notice without its data', 'cor.ach', 4, put(36, ' '.repeat(29)), /has no account number/],
  ['a corrected bank that is none', 'cor.ach', 6, put(44, '8'), /corrected routing number is/],
  ['a correction to no code', 'cor.ach', 10, put(36, '30'), /no transaction code 30/],
  ['a notice with an amount', 'cor.ach', 3, put(39, '1'), /it must be zero/],
  ['a notice of a live entry', 'cor.ach', 3, put(2, '22'), /22 is not one of a notice/],
  ['a notice in another batch', 'cor.ach', 2, put(51, 'PPD'), /belongs into a COR batch/],
];

test.each(inOneLine)('%s is found (%s)', (_, file, line, change, reason) => {
  const lines = goldenLines(file);
  const changed = withLine(lines, line, change);
  expect(changed).not.toEqual(lines);
  const report = checkLines(changed);
  expect(report.ok).toBe(false);
  expect(report.faults.map(fault => `${fault.line} ${fault.reason}`).join('\n')).toMatch(reason);
});

type Reordering = [what: string, GoldenFile, (lines: string[]) => string[], RegExp];

const without = (line: number) => (lines: string[]) => lines.toSpliced(line - 1, 1);
const swapped = (line: number) => (lines: string[]) =>
  lines.toSpliced(line - 1, 2, lines[line] ?? '', lines[line - 1] ?? '');

const ofLines: Reordering[] = [
  ['no file header', 'tel.ach', without(1), /begins with a file header/],
  ['no batch header', 'tel.ach', without(2), /stands outside of a batch/],
  ['an entry that was lost', 'tel.ach', without(4), /count says/],
  ['no batch control', 'tel.ach', without(6), /has no batch control/],
  ['no file control', 'tel.ach', without(7), /before the file control|without its file control/],
  ['a line of nines too few', 'tel.ach', without(8), /3 lines of nines .*; there are 2/],
  ['a line of nines too many', 'tel.ach', lines => [...lines, '9'.repeat(94)], /there are 4/],
  ['a line of 93 nines', 'tel.ach', lines => [...lines.slice(0, 9), '9'.repeat(93)], /93 nines/],
  ['two entries changed about', 'tel.ach', swapped(3), /is below/],
  ['addenda before their entry', 'ppd.ach', swapped(3), /stand without an entry/],
  ['two addenda changed about', 'ctx.ach', swapped(4), /sequence is 0002/],
  ['two IAT addenda changed about', 'iat.ach', swapped(5), /follow/],
  ['a batch twice', 'tel.ach', lines => lines.toSpliced(6, 0, ...lines.slice(1, 6)), /not go up/],
  ['a file twice', 'tel.ach', lines => [...lines, ...lines], /Only lines of nines may follow/],
  ['an empty batch', 'tel.ach', lines => lines.toSpliced(2, 3), /batch has no entries/],
  ['an empty line', 'tel.ach', lines => lines.toSpliced(3, 0, ''), /The line is empty/],
  ['an IAT entry without its addenda', 'iat.ach', without(6), /has no addenda 12/],
  ['a COR entry without addenda', 'cor.ach', without(4), /no notice of change/],
  ['TEL with addenda', 'tel.ach', addendaAfterEntry, /TEL allows no addenda/],
];

function addendaAfterEntry(lines: string[]): string[] {
  const addenda = `705${'CALL 8812'.padEnd(80)}00010000101`;
  const announced = withLine(lines, 3, put(79, '1'));
  return announced.toSpliced(3, 0, addenda);
}

test.each(ofLines)('%s is found (%s)', (_, file, change, reason) => {
  const report = checkLines(change(goldenLines(file)));
  expect(report.ok).toBe(false);
  expect(report.faults.map(fault => `${fault.line} ${fault.reason}`).join('\n')).toMatch(reason);
});

describe('a file of another kind is one fault in line 1', () => {
  const foreign: [string, string[], RegExp][] = [
    ['nothing', [], /is empty/],
    ['blank lines', ['', ' '], /is empty/],
    ['a letter', ['Dear bank,', 'please pay.'], /not a Nacha file\./],
    ['a picture', ['\x89PNG', '\x1a', '\0\0'], /binary data/],
  ];
  test.each(foreign)('%s', (_, lines, reason) => {
    const { faults } = checkLines(lines);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line: 1, reason: expect.stringMatching(reason) });
  });

  it('and a mark that an editor put before the header is named', () => {
    const lines = withLine(goldenLines('tel.ach'), 1, text => `\xef\xbb\xbf${text}`);
    const { faults } = checkLines(lines);
    expect(faults.map(({ reason }) => reason)).toEqual([expect.stringMatching(/byte order mark/)]);
  });
});

test('a file without line ends is one fault, whatever its length', () => {
  for (const file of ['tel.ach', 'returns.ach'] as const) {
    expect(checkLines([goldenLines(file).join('')]).faults).toEqual([
      {
        line: 1,
        reason: 'The file has no line ends; each of its records must stand in a line of its own.',
      },
    ]);
  }
});

test('several faults are all listed, each with its own line', () => {
  const changes: [number, (text: string) => string][] = [
    [1, put(35, '095')],
    [2, put(51, 'tel')],
    [3, put(12, '3')],
    [4, put(30, 'X')],
    [6, put(80, '2')],
    [7, put(13, '9')],
  ];
  const lines = changes.reduce(
    (changed, [line, change]) => withLine(changed, line, change),
    goldenLines('tel.ach'),
  );
  const found = new Set(checkLines(lines).faults.map(({ line }) => line));
  expect([...found]).toEqual(expect.arrayContaining(changes.map(([line]) => line)));
});

test('a letter of UTF-8 is one fault, and what stands after it is still read', () => {
  const bytes = Buffer.from('MARISOL ONEIL-ĐANG', 'utf8').toString('latin1');
  const lines = withLine(goldenLines('tel.ach'), 3, text =>
    text.replace('MARISOL ONEIL-DANG', bytes),
  );
  expect(lines[2]).toHaveLength(95);
  expect(checkLines(lines).faults).toHaveLength(1);
});

test('an unreadable entry is not also blamed on every total after it', () => {
  const lines = withLine(goldenLines('tel.ach'), 3, text => text.slice(0, 50));
  expect(checkLines(lines).faults).toEqual([
    { line: 3, reason: 'The line has 50 characters; a record has 94.' },
  ]);
});

test('of countless faults a thousand are listed, and the others counted', () => {
  const { faults } = checkLines([...goldenLines('tel.ach'), ...Array(3_000).fill('nonsense')]);
  expect(faults).toHaveLength(1_001);
  expect(faults.at(-1)?.reason).toMatch(/^\d+ more are not listed\.$/);
});
