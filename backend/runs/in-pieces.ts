import type { RunProgress } from './run-step.ts';

/**
 * Works piece by piece until nothing is left. A piece may come out empty although something is left, where
 * somebody else had just moved what it found: so what is left is counted, not guessed.
 */
export async function inPieces(
  work: {
    /** One transaction; gives how many it did. */
    readonly piece: () => Promise<number>;
    readonly left: () => Promise<number>;
  },
  report: (progress: RunProgress) => void,
): Promise<void> {
  let done = 0;
  let left = await work.left();
  while (left > 0) {
    report({ done, total: done + left });
    const some = await work.piece();
    done += some;
    left -= some;
    if (some === 0 || left <= 0) left = await work.left();
  }
  report({ done, total: done });
}
