import type { WriteDb } from '#db/handles.ts';
import { accessesAfter } from '#db/journal/accesses.ts';
import { auditChain } from '#db/journal/audit.ts';
import { readSetting, writeSetting } from '#db/journal/settings.ts';
import { ACCESSES_AT_ONCE } from '#shared/contract/accesses.ts';
import { AUDIT_RECORDS_AT_ONCE } from '#shared/contract/audit.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendNonsense, BackendRefused, BackendUnreachable } from '../backend/failures.ts';
import { logFailure } from '../log/log.ts';

/**
 * Tells the backend who was shown patients from the copy, and everything the desk wrote down by itself, as
 * it is chained; the journal keeps how far either has got.
 */
export interface HandOver {
  /** Hands over what has come since; a second call while one is under way changes nothing. */
  now(): void;
  start(): void;
  stop(): Promise<void>;
}

const ACCESSES = 'accesses_handed_over';
const RECORDS = 'audit_handed_over';
const LOOK_MS = 5_000;

export function createHandOver(
  journal: WriteDb,
  backend: BackendClient,
  token: () => string | undefined,
): HandOver {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  /** What follows the last that the backend took, a bounded piece at a time; the journal keeps how far that is. */
  async function inPieces<Each extends { readonly number: number }>(
    setting: string,
    read: (after: number) => Each[],
    send: (piece: Each[]) => Promise<unknown>,
  ): Promise<void> {
    for (;;) {
      const piece = read(Number(readSetting(journal, setting) ?? 0));
      const last = piece.at(-1);
      if (!last || token() === undefined) return;
      await send(piece);
      writeSetting(journal, setting, last.number);
    }
  }

  async function handOver(): Promise<void> {
    await inPieces(
      ACCESSES,
      after => accessesAfter(journal, after, ACCESSES_AT_ONCE),
      accesses => backend.ask('handOverAccesses', { body: { accesses } }, { token: token() }),
    );
    await inPieces(
      RECORDS,
      after => auditChain(journal, after, AUDIT_RECORDS_AT_ONCE),
      records => backend.ask('handOverDeskRecords', { body: { records } }, { token: token() }),
    );
  }

  /** What is away, or does not know the desk just now, is asked again at the next look. */
  function isExpected(failure: unknown): boolean {
    return [BackendUnreachable, BackendRefused, BackendNonsense].some(
      kind => failure instanceof kind,
    );
  }

  function now(): void {
    underWay ??= handOver()
      .catch(failure => {
        if (!isExpected(failure)) logFailure('accesses', failure);
      })
      .finally(() => {
        underWay = undefined;
      });
  }

  return {
    now,
    start() {
      timer = setInterval(now, LOOK_MS);
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
