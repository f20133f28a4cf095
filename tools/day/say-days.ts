import type { RunReport } from '#backend/runs/run-once.ts';
import type { RunProgress } from '#backend/runs/run-step.ts';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Says of each day what was done, and how many runs found nothing to do. */
export function dayTeller(out: (line: string) => void) {
  let day: string | undefined;
  let idle = 0;
  function close(): void {
    if (day && idle > 0) out(`${day} ${idle} ${idle === 1 ? 'run' : 'runs'} with nothing to do`);
    idle = 0;
  }
  return {
    ended(run: RunReport): void {
      if (run.today !== day) close();
      day = run.today;
      if (run.done === 0 && run.differenceCents === 0) idle += 1;
      else out(run.line);
    },
    close,
  };
}

/** Redraws in place how far a run is; elsewhere than on a terminal the lines of the runs are enough. */
export function progressOn(err: NodeJS.WriteStream) {
  return {
    show(name: string, { done, total }: RunProgress): void {
      if (err.isTTY && total > 0) {
        err.write(`\r\x1b[K  ${name}: ${whole.format(done)} of ${whole.format(total)}`);
      }
    },
    clear(): void {
      if (err.isTTY) err.write('\r\x1b[K');
    },
  };
}
