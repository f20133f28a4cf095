import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchControl } from '#shared/ach/layout/batch-records.ts';
import { entry } from '#shared/ach/layout/entry-records.ts';
import type { Layout } from '#shared/ach/layout/field.ts';
import { fileControl, fileHeader } from '#shared/ach/layout/file-records.ts';
import { writeAchFile } from '#shared/ach/write/write-ach-file.ts';
import { checkLines, linesOf, put } from './ach-files.ts';
import { anyPlan } from './some-plans.ts';

const runs = { numRuns: 60 };

/** The positions of a record type in which no character can change unseen. */
const guarded: readonly (readonly [type: string, layout: Layout, fields: readonly string[]])[] = [
  ['1', fileHeader, ['recordType', 'priorityCode', 'recordSize', 'blockingFactor', 'formatCode']],
  ['6', entry, ['recordType', 'rdfi', 'checkDigit', 'amount', 'addendaIndicator']],
  ['8', batchControl, batchControl.map(({ name }) => name).filter(name => name !== 'reserved')],
  ['9', fileControl, fileControl.map(({ name }) => name).filter(name => name !== 'reserved')],
];

const isFiller = (line: string) => /^9+$/.test(line);

const tampering = fc.record({
  plan: anyPlan,
  record: fc.constantFrom(...guarded),
  which: fc.nat(),
  where: fc.nat(),
  by: fc.integer({ min: 1, max: 9 }),
});

it('another digit in a count, hash, total, amount, bank or check digit is always found', () => {
  const property = fc.property(tampering, ({ plan, record, which, where, by }) => {
    const [type, layout, fields] = record;
    const lines = linesOf(writeAchFile(plan).text);
    const places = lines.flatMap((line, place) =>
      line.startsWith(type) && !isFiller(line) ? [place] : [],
    );
    const at = places[which % places.length] ?? 0;
    const line = lines[at] ?? '';
    const digits = layout
      .filter(({ name }) => fields.includes(name))
      .flatMap(({ start, length }) => Array.from({ length }, (_, step) => start + step))
      .filter(position => /\d/.test(line.charAt(position - 1)));
    const position = digits[where % digits.length] ?? 1;
    const other = String((Number(line.charAt(position - 1)) + by) % 10);
    lines[at] = put(position, other)(line);
    expect(lines[at]).not.toBe(line);
    expect(checkLines(lines).ok, `position ${position} of ${line}`).toBe(false);
  });
  fc.assert(property, { numRuns: 150 });
});

it('a record that is moved by one line is always found', () => {
  const property = fc.property(anyPlan, fc.nat(), (plan, which) => {
    const lines = linesOf(writeAchFile(plan).text);
    const records = lines.filter(line => !isFiller(line)).length;
    const at = which % (records - 1);
    const moved = lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
    expect(checkLines(moved).ok, `line ${at + 1}`).toBe(false);
  });
  fc.assert(property, runs);
});

it('a file that ends too early is always found', () => {
  const property = fc.property(anyPlan, fc.nat(), (plan, where) => {
    const { text } = writeAchFile(plan);
    const control = text.search(/^9/m);
    const cut = text.slice(0, where % (control + 55));
    expect(checkLines(cut === '' ? [] : cut.split('\n')).ok).toBe(false);
  });
  fc.assert(property, runs);
});

it('a record or a batch that is there twice, or not at all, is always found', () => {
  const property = fc.property(anyPlan, fc.nat(), fc.boolean(), (plan, which, twice) => {
    const lines = linesOf(writeAchFile(plan).text);
    const records = lines.filter(line => !isFiller(line)).length;
    const at = which % records;
    const changed = twice ? lines.toSpliced(at, 0, lines[at] ?? '') : lines.toSpliced(at, 1);
    expect(checkLines(changed).ok, `line ${at + 1}`).toBe(false);
    const end = lines.findIndex(line => line.startsWith('8')) + 1;
    expect(checkLines(lines.toSpliced(end, 0, ...lines.slice(1, end))).ok).toBe(false);
  });
  fc.assert(property, runs);
});
