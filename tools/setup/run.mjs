import { spawn } from 'node:child_process';

const running = new Set();

process.on('exit', () => {
  for (const child of running) stop(child);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

/**
 * Runs a command without input and keeps the end of what it prints.
 * @returns {Promise<{ code: number, output: string }>} 127 when there is no such command
 */
export function run(
  command,
  words,
  { cwd, env = process.env, shell = false, keptLines = 40 } = {},
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
      output = `${output}${chunk}`.split('\n').slice(-keptLines).join('\n');
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

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid);
  } catch {
    // It ended by itself in the meantime.
  }
}
