import { describe, expect, it } from 'vitest';
import type { RunReport } from '#backend/runs/run-once.ts';
import { readArguments } from '#tools/day/arguments.ts';
import { dayTeller } from '#tools/day/say-days.ts';

const read = (words: string, environment = {}) =>
  readArguments(words.split(' ').filter(Boolean), environment);

describe('the words after the command that moves a sandbox', () => {
  it('name the day, and the database by its folder or its address', () => {
    expect(read('--date 2026-12-24')).toEqual({
      date: '2026-12-24',
      data: '.data/backend',
      json: false,
    });
    const there = { DATABASE_URL: 'postgres://a@b/c', PROCESSOR_URL: 'http://127.0.0.1:7500' };
    expect(read('--date 2028-02-29 --json', there)).toMatchObject({
      date: '2028-02-29',
      databaseUrl: 'postgres://a@b/c',
      processorUrl: 'http://127.0.0.1:7500',
      json: true,
    });
  });

  it.each([
    ['', /^Say which day with --date/],
    ['--date 2027-02-29', /^--date takes a date such as 2026-12-24, not "2027-02-29"\.$/],
    ['--date tomorrow', /not "tomorrow"/],
    ['--data  --date 2026-12-24', /./],
    ['--until 2026-12-24', /^Unknown option/],
  ])('are refused in a sentence: %s', (words, sentence) => {
    expect(() => read(words)).toThrow(sentence);
  });
});

it('a day is told by the runs that found work, and a count of the others', () => {
  const said: string[] = [];
  const teller = dayTeller(line => said.push(line));
  const run = (today: string, done: number) =>
    ({ today, done, differenceCents: 0, line: `${today}: ${done} done` }) as RunReport;
  for (const each of [run('2026-12-24', 3), run('2026-12-24', 0), run('2026-12-28', 0)]) {
    teller.ended(each);
  }
  teller.close();
  expect(said).toEqual([
    '2026-12-24: 3 done',
    '2026-12-24 1 run with nothing to do',
    '2026-12-28 1 run with nothing to do',
  ]);
});
