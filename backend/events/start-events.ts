import type { Database } from '../database/connect.ts';
import { takeTurns } from '../jobs/take-turns.ts';
import { checkAttendance } from './attendance.ts';
import { listen, type Notice } from './listen.ts';
import { newsFor } from './news.ts';
import type { Streams } from './streams.ts';

interface EventParts {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly streams: Streams;
  readonly clock: () => number;
  readonly lookEveryMs: number;
  readonly beatEveryMs: number;
  readonly report: (error: unknown) => void;
}

/** A database that is away fails every look; the first says so. */
function reportedOnce(turn: () => Promise<void>): () => Promise<void> {
  let failing = false;
  return async () => {
    try {
      await turn();
      failing = false;
    } catch (error) {
      if (failing) return;
      failing = true;
      throw error;
    }
  };
}

/** Keeps the desks at this server told. */
export function startEvents(parts: EventParts): { stop(): Promise<void> } {
  const { db, databaseUrl, streams, clock, lookEveryMs, beatEveryMs, report } = parts;

  function heard(notice: Notice): void {
    if (notice.about === 'wipe') {
      streams.tell(({ workstationId }) => workstationId === notice.workstationId, 'wipe');
    } else if (notice.about === 'user') {
      streams.turnOut(({ user }) => user.userId === notice.userId);
    } else {
      streams.turnOut(
        ({ sessionHash }) => `\\x${sessionHash.toString('hex')}` === notice.sessionHash,
      );
    }
  }
  const attend = () => checkAttendance(db, streams, clock());
  let attending: Promise<unknown> = Promise.resolve();
  const listening = listen(databaseUrl, {
    heard,
    opened() {
      streams.tell(() => true, 'changed');
      attending = attend().catch(report);
    },
  });
  const looking = takeTurns(reportedOnce(newsFor(db, streams)), lookEveryMs, report);
  const beating = takeTurns(
    reportedOnce(async () => {
      streams.beat();
      await attend();
    }),
    beatEveryMs,
    report,
  );
  return {
    async stop() {
      await listening.stop();
      await Promise.all([attending, looking.stop(), beating.stop()]);
    },
  };
}
