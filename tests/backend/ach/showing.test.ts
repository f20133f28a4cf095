import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportForMachines, reportForPeople } from '#backend/ach/show-report.ts';
import { readAch } from '#shared/ach/read-ach.ts';

const files = path.resolve(import.meta.dirname, '../../shared/ach/files');
const accounts = /44556677|99887766|123456789|5551212|12345678|1234-5678/;

/** Every field of a record blotted out in turn, so that each reason is given at least once. */
function* blotted(text: string): Generator<string> {
  const lines = text.split('\n');
  for (const [place, line] of lines.entries()) {
    for (let start = 0; start < line.length; start += 3) {
      const changed = `${line.slice(0, start)}x?x${line.slice(start + 3)}`;
      yield lines.toSpliced(place, 1, changed).join('\n');
    }
  }
}

const names = ['returns.ach', 'cor.ach', 'tel.ach', 'dishonoured.ach'];

test.each(names)('no account number of %s is shown, whatever is wrong with it', name => {
  const text = readFileSync(path.join(files, name), 'latin1');
  expect(text).toMatch(accounts);
  let faulty = 0;
  for (const other of [text, ...blotted(text)]) {
    const report = readAch(other);
    if (!report.ok) faulty += 1;
    const said = `${reportForPeople(report).join('\n')}${JSON.stringify(reportForMachines(report))}`;
    expect(said).not.toMatch(accounts);
  }
  expect(faulty).toBeGreaterThan(100);
});
