import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { startBackend } from './backend-process.ts';
import { buildDesk } from './build-desk.ts';
import { deskLaunch } from './desk-environment.ts';
import { hasDisplay } from './runtime/display.ts';

const say = (line: string) => console.log(line);

/** Starts the seeded backend and opens the desk; ends when its window is closed. */
async function openDesk(): Promise<void> {
  say('Building the desk …');
  await buildDesk();
  say('Starting the backend with its PostgreSQL …');
  const backend = await startBackend(['--data', resolve('.data/backend')], say);
  say(`The backend listens on ${backend.url}; its routes are described at ${backend.url}/docs`);
  say('Opening the desk. Sign in as r.ames with the password sandbox-only.');
  const { executablePath, args, env } = deskLaunch({
    backendUrl: backend.url,
    dataFolder: resolve('.data/desk'),
  });
  const desk = spawn(executablePath, args, { env, stdio: 'inherit' });
  const end = () => desk.kill('SIGTERM');
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await once(desk, 'exit');
  await backend.stop();
}

if (hasDisplay()) {
  await openDesk();
} else {
  say('There is no display here, so the demo runs instead of the desk.');
  await import('./demo.ts');
}
