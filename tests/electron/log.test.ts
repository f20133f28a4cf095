import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What the log says on standard error, written by a process of its own. */
function logged(event: string, about: string): string {
  const script = `const { log } = await import(process.argv[1]); log(process.argv[2], process.argv[3]);`;
  const path = resolve('electron/log/log.ts');
  const args = ['--input-type=module', '-e', script, path, event, about];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stderr.trim();
}

test('a log line keeps its time and the identifiers of records, and loses those of people', () => {
  const record = '01909090-1234-7000-8000-123456789012';
  const line = logged('failure', `${record} 4242 4242 4242 4242 mrn 04471883 to ames@example.org`);
  expect(line).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z failure /);
  expect(line).toContain(record);
  expect(line).toContain('[number] mrn [number] to [address]');
});
