import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll } from 'vitest';
import { VIRTUAL_SCREEN } from '#tools/runtime/display.ts';

/**
 * A screen for the windows of this file alone. On a shared one two desks take each other's focus, which
 * is why nothing else could run beside them.
 */
let screen: ChildProcess | undefined;

beforeAll(async () => {
  if (process.platform !== 'linux') return;
  const words = ['-displayfd', '1', '-nolisten', 'tcp', ...VIRTUAL_SCREEN];
  screen = spawn('Xvfb', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(screen, 'spawn');
  const [number] = await once(screen.stdout ?? screen, 'data');
  process.env.DISPLAY = `:${String(number).trim()}`;
});

afterAll(() => {
  screen?.kill();
});
