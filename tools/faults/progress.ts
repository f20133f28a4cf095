import type { StormProgress } from './storm.ts';

const LINE_EVERY_SECONDS = 10;

/** `640 of 2,000 payments, 8.1 a second, 3 open`. */
export function progressLine({ attempts, wanted, open, seconds }: StormProgress): string {
  const [made, all] = [attempts, wanted].map(count => count.toLocaleString('en-US'));
  if (attempts >= wanted) return `${made} payments, the faults stop, ${open} open`;
  const rate = (attempts / Math.max(seconds, 0.001)).toFixed(1);
  return `${made} of ${all} payments, ${rate} a second, ${open} open`;
}

/** Shows progress: redrawn in place on a terminal, a line now and then elsewhere. */
export function stormProgressOn(out: NodeJS.WriteStream): (progress: StormProgress) => void {
  let shownAt = 0;
  return progress => {
    if (out.isTTY) out.write(`\r\x1b[K  ${progressLine(progress)}`);
    else if (progress.seconds - shownAt >= LINE_EVERY_SECONDS) {
      shownAt = progress.seconds;
      out.write(`  ${progressLine(progress)}\n`);
    }
  };
}
