import { build } from 'vite';

/** Builds the desk once for the run, from the sources as they are now. */
export async function setup(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
}
