import { logFailure } from '../log/log.ts';
import type { ComposedDesk } from './compose.ts';

const LOOK_FOR_IDLENESS_MS = 5_000;

/**
 * Sets a composed desk going: it says on open calls that the desk came back to them, looks for the
 * backend, asks after every open attempt at once and again whenever the backend comes back, sends what
 * it owes, and locks when nobody is there. Gives what ends it.
 */
export function runDesk(desk: ComposedDesk): () => Promise<void> {
  const catchUp = () => {
    desk.resolver.askNow().catch(failure => logFailure('resolver', failure));
    desk.outbox.catchUp();
    desk.handOver.now();
  };
  desk.sync.start();
  desk.calls.noteRestored();
  desk.standing.onReached(catchUp);
  desk.standing.start();
  desk.resolver.start();
  desk.outbox.start();
  desk.handOver.start();
  desk.unfinished.tidy().catch(failure => logFailure('export', failure));
  desk.holdCall.start();
  const idle = setInterval(() => desk.session.lockIfIdle(), LOOK_FOR_IDLENESS_MS);
  return async () => {
    clearInterval(idle);
    desk.standing.stop();
    await desk.resolver.stop();
    await desk.outbox.stop();
    await desk.handOver.stop();
    await desk.exports.close();
    await desk.holdCall.stop();
    await desk.sync.stop();
    desk.journal.close();
  };
}
