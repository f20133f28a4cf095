import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { i18n } from 'i18next';
import { v7 as uuidv7 } from 'uuid';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ExportOrder } from '#shared/contract/exports.ts';
import type { ExportStanding } from '#shared/desk/export-calls.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import type { BackendClient } from '../backend/client.ts';
import { alwaysGoOn } from '../desk/always-go-on.ts';
import type { Clock } from '../desk/clock.ts';
import type { News } from '../desk/news.ts';
import { Refused } from '../desk/refused.ts';
import type { Typeface } from '../receipts/pdf-page.ts';
import type { Session } from '../session/session.ts';
import { type ExportThread, startExport } from './export-thread.ts';
import { howItEnded, type LastWord } from './how-it-ended.ts';
import type { ExportStart, FromExport } from './messages.ts';
import type { Unfinished } from './unfinished.ts';

interface Parts {
  readonly backendUrl: string;
  readonly workerFile: string;
  readonly sandbox: boolean;
  readonly silenceMs: number;
  readonly session: Session;
  readonly backend: BackendClient;
  readonly clock: Clock;
  readonly news: News;
  readonly words: i18n;
  readonly unfinished: Unfinished;
}

interface Wanted extends Omit<ExportOrder, 'exportId'> {
  /** Where the file goes. */
  readonly path: string;
  readonly typeface: Typeface;
}

/** What lists are written into files at this desk, one at a time. */
export interface Exports {
  current(): ExportStanding | null;
  /** Settles once the backend has begun to answer; throws what it refuses, and what the folder does. */
  begin(wanted: Wanted): Promise<void>;
  /** Stops what is written, for nothing or for a reason; nothing of it is left. */
  stop(reason?: RefusalReason): void;
  /** Stops, and settles when nothing is left. */
  close(): Promise<void>;
}

interface Running {
  readonly thread: ExportThread;
  /** Why it was told to stop, where for more than a wish. */
  because: RefusalReason | undefined;
  readonly over: Promise<void>;
}

export function createExports(parts: Parts): Exports {
  const { session, news } = parts;
  let standing: ExportStanding | null = null;
  let whose: string | undefined;
  let running: Running | undefined;

  function show(some: Partial<ExportStanding>): void {
    if (standing) standing = { ...standing, ...some };
    news.tell('exports');
  }

  /** Nothing stays that is not whole, also of a thread that died; then everybody is told. */
  async function end(word: LastWord, { order, token, unfinished }: ExportStart): Promise<void> {
    const { shown, kept: body } = howItEnded(word, running?.because, parts.words);
    if (word.kind !== 'saved') await rm(unfinished, { force: true }).catch(() => undefined);
    alwaysGoOn('export', () => parts.unfinished.end(unfinished));
    running = undefined;
    show(shown);
    if (word.kind === 'failed' && word.reason === 'signed_out') session.lock();
    // Where the backend cannot be told, it keeps that it was not.
    const params = { exportId: order.exportId };
    parts.backend.ask('exportKept', { params, body }, { token }).catch(() => undefined);
  }

  return {
    current: () => (whose !== undefined && whose === session.user()?.userId ? standing : null),

    begin({ path, typeface, ...asked }) {
      if (running) throw new Refused('export_running');
      const user = session.user();
      const token = session.token();
      if (!user || !token) throw new Refused('signed_out');
      const order = { ...asked, exportId: uuidv7() };
      const unfinished = parts.unfinished.begin(path);
      whose = user.userId;
      standing = {
        exportId: order.exportId,
        list: order.list,
        format: order.format,
        state: 'running',
        rows: 0,
        total: null,
        fileName: basename(path),
        message: null,
        reason: null,
      };
      const { backendUrl, sandbox, silenceMs } = parts;
      const by = { name: user.name, at: instantOf(parts.clock.nowMs()) };
      const start = {
        backendUrl,
        token,
        order,
        path,
        unfinished,
        typeface,
        by,
        sandbox,
        silenceMs,
      };
      return new Promise<void>((begun, refused) => {
        let settle: () => void = () => undefined;
        const over = new Promise<void>(resolve => {
          settle = resolve;
        });
        let isBegun = false;
        async function heard(message: FromExport): Promise<void> {
          if (message.kind === 'progress') return show({ rows: message.rows });
          if (message.kind === 'begun') {
            isBegun = true;
            show({ total: message.total });
            return begun();
          }
          await end(message, start);
          if (!isBegun && message.kind === 'failed') refused(new Refused(message.reason));
          begun();
          settle();
        }
        const thread = startExport(parts.workerFile, start, message => void heard(message));
        running = { thread, because: undefined, over };
        news.tell('exports');
      });
    },

    stop(reason) {
      if (!running) return;
      running.because ??= reason;
      running.thread.stop();
    },

    async close() {
      const last = running;
      this.stop();
      await last?.over;
    },
  };
}
