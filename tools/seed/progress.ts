import type { SeedProgress } from '#backend/seed/seed-database.ts';

const LINE_EVERY_SECONDS = 5;

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  return `${Math.ceil(seconds / 60)} min left`;
}

/** `40,000 of 100,000 patients, 4,100 a second, 15 s left`; at the end the database checks the whole. */
export function progressLine({ patients, total, seconds }: SeedProgress): string {
  if (patients === total) return `${whole.format(total)} patients drawn, checking all rows`;
  const rate = patients / Math.max(seconds, 0.001);
  const left = rate > 0 ? `, ${timeLeft((total - patients) / rate)}` : '';
  return `${whole.format(patients)} of ${whole.format(total)} patients, ${whole.format(rate)} a second${left}`;
}

/** A short seed says nothing, a long one every few seconds and when it comes to its end. */
function isDue({ patients, total, seconds }: SeedProgress, shownAt: number): boolean {
  return seconds - shownAt >= LINE_EVERY_SECONDS || (patients === total && shownAt > 0);
}

/** Shows progress: redrawn in place on a terminal, a line now and then elsewhere. */
export function progressOn(out: NodeJS.WriteStream): {
  show(progress: SeedProgress): void;
  done(): void;
} {
  let shownAt = 0;
  return {
    show(progress) {
      if (out.isTTY) out.write(`\r\x1b[K  ${progressLine(progress)}`);
      else if (isDue(progress, shownAt)) {
        shownAt = progress.seconds;
        out.write(`  ${progressLine(progress)}\n`);
      }
    },
    done() {
      if (out.isTTY) out.write('\r\x1b[K');
    },
  };
}
