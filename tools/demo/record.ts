import { join } from 'node:path';
import type { DrivenDesk } from '../drive-desk.ts';
import { takeWindowPicture } from './window-picture.ts';

export interface DemoStep {
  readonly name: string;
  readonly durationMs: number;
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
  desk: () => DrivenDesk | undefined,
  say: (line: string) => void,
): Recording {
  const steps: DemoStep[] = [];
  return {
    steps,
    async step(name, work, { picture = true } = {}) {
      const started = performance.now();
      await work();
      const durationMs = Math.round(performance.now() - started);
      const number = String(steps.length + 1).padStart(2, '0');
      const file = join(folder, `${number}-${slug(name)}.png`);
      const shown = picture ? desk() : undefined;
      if (shown) await takeWindowPicture(shown, file);
      steps.push({ name, durationMs, picture: shown ? file : null });
      say(`${number}  ${name.padEnd(46)} ${String(durationMs).padStart(6)} ms`);
    },
  };
}
