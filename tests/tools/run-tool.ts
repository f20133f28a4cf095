import { spawnSync } from 'node:child_process';

/** Runs a command of tools/ as `npm run` does; what it printed, and how it ended. */
export function runTool(file: string, words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr: stderr.trim() };
}
