import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const running = new Set();

process.on('exit', () => {
  for (const child of running) stop(child);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

/**
 * Runs a command without input and keeps what it prints, or its beginning and end.
 * @returns {Promise<{ code: number, output: string }>} 127 when there is no such command
 */
export function run(
  command,
  words,
  { cwd, env = process.env, shell = false, keptLines = 25 } = {},
) {
  return new Promise(resolve => {
    const child = spawn(command, words, {
      cwd,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that its children end with it when setup is stopped.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    running.add(child);
    let output = '';
    const keep = chunk => {
      output = shorten(`${output}${chunk}`, keptLines);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', error => {
      running.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.on('close', code => {
      running.delete(child);
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

/** The cause of a failure stands in its first lines for some commands, in the last for others. */
function shorten(text, keptLines) {
  const lines = text.split('\n');
  if (lines.length <= 2 * keptLines) return text;
  return [...lines.slice(0, keptLines), ...lines.slice(-keptLines)].join('\n');
}

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Where the system's shell would find the command, if at all. */
export function onPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, command))
    .find(file => existsSync(file));
}
