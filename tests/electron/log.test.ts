import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What a script that has the log's functions leaves on standard error, in a process of its own. */
function logged(script: string, ...args: string[]): string {
  const path = resolve('electron/log/log.ts');
  const whole = `const { log, logFailure } = await import(process.argv[1]); ${script}`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', whole, path, ...args], {
    encoding: 'utf8',
  });
  return ran.stderr.trim();
}

test('a log line keeps its time and the identifiers of records, and loses those of people', () => {
  const record = '01909090-1234-7000-8000-123456789012';
  const about = `${record} 4242 4242 4242 4242 mrn 04471883 to ames@example.org`;
  const line = logged('log(process.argv[2], process.argv[3]);', 'failure', about);
  expect(line).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z failure /);
  expect(line).toContain(record);
  expect(line).toContain('[number] mrn [number] to [address]');
});

test('a failure is logged by its name and place, without the text that could not be read', () => {
  const line = logged(
    'try { JSON.parse(process.argv[2]); } catch (failure) { logFailure("cache", failure); }',
    'Marisol',
  );
  expect(line).toContain('failure cache SyntaxError at JSON.parse');
  expect(line).not.toContain('Marisol');
});
