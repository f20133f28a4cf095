/** Work that is done every so often until it is stopped. */
export interface Turns {
  /** Takes no further turn, and waits for the one under way. */
  stop(): Promise<void>;
}

/** Takes a turn at once and then every so often; one that fails is reported and tried again at the next. */
export function takeTurns(
  turn: () => Promise<unknown>,
  everyMs: number,
  report: (error: unknown) => void,
): Turns {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let underWay: Promise<unknown> = Promise.resolve();
  const next = () => {
    underWay = turn()
      .catch(report)
      .finally(() => {
        if (!stopped) timer = setTimeout(next, everyMs);
      });
  };
  timer = setTimeout(next, 0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
