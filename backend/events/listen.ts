import pg from 'pg';
import { z } from 'zod';

/** What the triggers say to every server (see `tell_servers` in the migrations). */
const Notice = z.discriminatedUnion('about', [
  z.object({ about: z.literal('user'), userId: z.string() }),
  z.object({ about: z.literal('session'), sessionHash: z.string() }),
  z.object({ about: z.literal('wipe'), workstationId: z.string() }),
]);
/** Anybody who may connect to the database may say anything on the channel. */
const Spoken = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(Notice);
export type Notice = z.infer<typeof Notice>;

interface Ears {
  heard(notice: Notice): void;
  /** Listening began, or began again after a while in which anything may have been missed. */
  opened(): void;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** Listens on a connection of its own, and gets another when that is lost, until it is stopped. */
export function listen(databaseUrl: string, ears: Ears): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = FIRST_WAIT_MS;

  function again(lost: pg.Client): void {
    if (stopped || lost !== client) return;
    client = undefined;
    lost.end().catch(() => undefined);
    // Servers that lost the same database do not all come back in the same moment.
    timer = setTimeout(open, waitMs * (0.5 + Math.random() / 2));
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }

  async function begin(opened: pg.Client): Promise<void> {
    await opened.connect();
    await opened.query('LISTEN remit_desk');
    waitMs = FIRST_WAIT_MS;
    if (!stopped) ears.opened();
  }

  function open(): void {
    const opened = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = opened;
    opened.on('notification', ({ payload = '' }) => {
      const notice = Spoken.safeParse(payload);
      if (notice.success && !stopped) ears.heard(notice.data);
    });
    opened.on('error', () => again(opened));
    opened.on('end', () => again(opened));
    begin(opened).catch(() => again(opened));
  }

  open();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
