import { join } from 'node:path';
import type { Page } from 'playwright';

export interface DemoStep {
  readonly name: string;
  readonly ms: number;
  readonly picture: string | null;
}

/** Runs steps one after the other, times them, says so, and takes a picture after each. */
export interface Recording {
  readonly steps: DemoStep[];
  step(name: string, work: () => Promise<void>, options?: { picture?: boolean }): Promise<void>;
}

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export function recordInto(
  folder: string,
  page: () => Page | undefined,
  say: (line: string) => void,
): Recording {
  const steps: DemoStep[] = [];
  return {
    steps,
    async step(name, work, { picture = true } = {}) {
      const started = performance.now();
      await work();
      const ms = Math.round(performance.now() - started);
      const number = String(steps.length + 1).padStart(2, '0');
      const file = join(folder, `${number}-${slug(name)}.png`);
      const shown = picture ? page() : undefined;
      await shown?.screenshot({ path: file, animations: 'disabled' });
      steps.push({ name, ms, picture: shown ? file : null });
      say(`${number}  ${name.padEnd(46)} ${String(ms).padStart(6)} ms`);
    },
  };
}
