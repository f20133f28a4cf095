import { openPool } from '#backend/database/connect.ts';
import { sandboxProcessor } from './server.ts';

export interface SandboxProcessorOptions {
  readonly databaseUrl: string;
  readonly fingerprintKey: string;
  readonly noticeSecret: string;
  readonly clock?: () => number;
  /** Any free one when left out. */
  readonly port?: number | undefined;
}

export interface RunningProcessor {
  readonly url: string;
  /** Where it sends what it says unasked; nowhere until told. */
  sendNoticesTo(url: string): void;
  stop(): Promise<void>;
}

/** Starts the sandbox processor on loopback, with connections of its own. */
export async function startSandboxProcessor(
  options: SandboxProcessorOptions,
): Promise<RunningProcessor> {
  const pool = openPool(options.databaseUrl, 5);
  let noticeUrl: string | undefined;
  const app = sandboxProcessor({
    pool,
    clock: options.clock ?? Date.now,
    fingerprintKey: options.fingerprintKey,
    noticeSecret: options.noticeSecret,
    noticeUrl: () => noticeUrl,
  });
  const url = await app
    .listen({ host: '127.0.0.1', port: options.port ?? 0 })
    .catch(async error => {
      await app.close();
      await pool.end();
      throw error;
    });
  return {
    url,
    sendNoticesTo(address) {
      noticeUrl = address;
    },
    async stop() {
      await app.close();
      await pool.end();
    },
  };
}
