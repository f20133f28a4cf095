import { type StartOptions, startBackend } from '#backend/start.ts';
import { serveParent, startedWith } from './child-side.ts';

/** What a backend that runs as a process of its own is started with. */
export type BackendGiven = Omit<StartOptions, 'clock' | 'report'> & {
  readonly clockAheadMs: number;
};

const { clockAheadMs, ...given } = startedWith<BackendGiven>();
let aheadMs = clockAheadMs;
const { url } = await startBackend({ ...given, clock: () => Date.now() + aheadMs });

serveParent(url, {
  clock: (ms: number) => {
    aheadMs = ms;
  },
});
