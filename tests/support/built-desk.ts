import { buildDesk } from '#tools/build-desk.ts';

/** Builds the desk once for the run, from the sources as they are now. */
export async function setup(): Promise<void> {
  await buildDesk();
}
