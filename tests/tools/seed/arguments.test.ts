import { expect, test } from 'vitest';
import { BadArguments } from '#backend/command/typed-words.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { readArguments } from '#tools/seed/arguments.ts';
import { progressLine } from '#tools/seed/progress.ts';

const today = '2026-11-21' as CalendarDate;

function read(words: string, environment = {}) {
  return readArguments(words.split(' ').filter(Boolean), environment, today);
}

test('without words, 5,000 patients of seed 1 as of today go into the own PostgreSQL', () => {
  expect(read('')).toEqual({
    patients: 5_000,
    seed: '1',
    asOf: today,
    database: { folder: '.data/backend' },
    replace: false,
    json: false,
  });
});

test('every word is read', () => {
  expect(read('--patients 80 --seed 42 --as-of 2027-02-28 --data /tmp/x --replace --json')).toEqual(
    {
      patients: 80,
      seed: '42',
      asOf: '2027-02-28',
      database: { folder: '/tmp/x' },
      replace: true,
      json: true,
    },
  );
});

test('a server is named by word, else by DATABASE_URL, unless a folder is', () => {
  const environment = { DATABASE_URL: 'postgres://there/bills' };
  expect(read('', environment)?.database).toEqual({ url: 'postgres://there/bills' });
  expect(read('--database-url postgres://here/bills', environment)?.database).toEqual({
    url: 'postgres://here/bills',
  });
  expect(read('--data x', environment)?.database).toEqual({ folder: 'x' });
});

test('the same seed written with leading zeros is the same seed', () => {
  expect(read('--seed 007')?.seed).toBe('7');
});

test.each([
  ['--patients 0', '--patients takes a whole number from 1 to 5,000,000, not "0".'],
  ['--patients 5000001', '--patients takes a whole number from 1 to 5,000,000, not "5000001".'],
  ['--patients 1e3', '--patients takes a whole number from 1 to 5,000,000, not "1e3".'],
  ['--seed 1.5', '--seed takes a whole number from 0 to 9,007,199,254,740,991, not "1.5".'],
  [
    '--as-of 2026-02-30',
    '--as-of takes a date from 2018 to 2100 such as 2026-11-21, not "2026-02-30".',
  ],
  ['--data a --database-url b', '--database-url and --data name two databases; give one of them.'],
  [
    '--database-url mysql://x/y',
    '--database-url takes an address such as postgres://user:password@host/database.',
  ],
  ['--patient 5', "Unknown option '--patient'."],
  ['many', "Unexpected argument 'many'."],
  ['--seed', "Option '--seed <value>' argument missing."],
])('%s is refused in one sentence', (words, sentence) => {
  expect(() => read(words)).toThrow(BadArguments);
  expect(() => read(words)).toThrow(new BadArguments(sentence));
});

test('progress says how many, how fast and how long it will take', () => {
  const line = progressLine({ patients: 40_000, total: 100_000, seconds: 10 });
  expect(line).toBe('40,000 of 100,000 patients, 4,000 a second, 15 s left');
  const last = progressLine({ patients: 100_000, total: 100_000, seconds: 25 });
  expect(last).toBe('100,000 patients drawn, checking all rows');
});
