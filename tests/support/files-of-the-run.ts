import type { TestProject } from 'vitest/node';
import { quickFolder } from './quick-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of a run make their folders. */
    filesOfTheRun: string;
  }
}

/** The desks sync their journals with each row, which their tests would spend much of their time waiting for. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await quickFolder('remit-tests-');
  project.provide('filesOfTheRun', folder);
  return remove;
}
