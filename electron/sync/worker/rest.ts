/** How long the worker does nothing. */
export interface Rest {
  readonly ms: number;
  /** Whether news from the backend end it. After a failure they must not: everybody hears them at once. */
  readonly hears: boolean;
}

export const atOnce: Rest = { ms: 0, hears: true };
/** Longer than any timer is set for. */
export const untilTold: Rest = { ms: 2_147_483_647, hears: false };

export interface Resting {
  rest(given: Rest): Promise<void>;
  /** Somebody at the desk wants something. */
  wake(): void;
  /** The backend has news. */
  hear(): void;
}

export function createResting(): Resting {
  let isWoken = false;
  let hasHeard = false;
  let end = (): void => undefined;
  let hears = false;

  return {
    async rest({ ms, hears: mayHear }) {
      hears = mayHear;
      if (ms > 0 && !isWoken && !(hears && hasHeard)) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      } else {
        // Messages are read between two pages.
        await new Promise(resolve => setImmediate(resolve));
      }
      end = () => undefined;
      isWoken = false;
      if (hears) hasHeard = false;
    },
    wake() {
      isWoken = true;
      end();
    },
    hear() {
      hasHeard = true;
      if (hears) end();
    },
  };
}
