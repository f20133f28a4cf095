const LINE_EVERY_MS = 15_000;
const REDRAW_EVERY_MS = 250;

/**
 * One line per step. A long step also shows where it is: on a terminal in a
 * line that is redrawn, elsewhere in a line of its own now and then.
 *
 * Quiet: only what was done is told, and on stderr, so that a command that
 * prints JSON stays readable by a program.
 */
export function createReport({ quiet }) {
  const out = quiet ? process.stderr : process.stdout;
  const running = new Map();
  let lastDrawn = Date.now();

  function clear() {
    if (out.isTTY) out.write('\r\x1b[K');
  }

  function drawProgress() {
    const now = Date.now();
    if (now - lastDrawn < (out.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS)) return;
    lastDrawn = now;
    const text = [...running].map(([title, state]) => `${title}: ${state.text}`).join('; ');
    clear();
    out.write(out.isTTY ? `  … ${text}`.slice(0, (out.columns ?? 100) - 1) : `  … ${text}\n`);
  }

  function line(title, text) {
    clear();
    out.write(`  ${title.padEnd(20)} ${text}\n`);
  }

  return {
    /** `work` gets a function that shows progress; it gives back `{ text, changed }` and more. */
    async step(title, work) {
      const startedAt = Date.now();
      const state = { text: 'starting', doing: 'starting' };
      running.set(title, state);
      const timer = setInterval(() => {
        state.text = `${state.doing}, ${secondsSince(startedAt)} s`;
        drawProgress();
      }, REDRAW_EVERY_MS);
      try {
        const result = await work(doing => {
          state.doing = doing;
        });
        if (result.changed) line(title, `${result.text} (${secondsSince(startedAt)} s)`);
        else if (!quiet) line(title, result.text);
        return result;
      } catch (error) {
        error.step = title;
        throw error;
      } finally {
        clearInterval(timer);
        running.delete(title);
      }
    },

    failed(failure) {
      clear();
      process.stderr.write(`\nSetup stopped at: ${failure.step}\n  cause:  ${failure.message}\n`);
      process.stderr.write(`  remedy: ${failure.remedy}\n`);
      if (failure.details) process.stderr.write(`\n${failure.details}\n`);
    },
  };
}

function secondsSince(startedAt) {
  return ((Date.now() - startedAt) / 1000).toFixed(0);
}
