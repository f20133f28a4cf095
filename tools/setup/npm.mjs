import { run } from './run.mjs';

/** Runs the npm that started this script, or the one on PATH. */
export function runNpm(words, options = {}) {
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (script?.endsWith('.js')) return run(node, [script, ...words], options);
  // On Windows npm is a command file, which only a shell can start.
  return run('npm', words, { ...options, shell: process.platform === 'win32' });
}
