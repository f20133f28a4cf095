import type { WriteDb } from '#db/handles.ts';
import { accessesAfter } from '#db/journal/accesses.ts';
import { auditChain } from '#db/journal/audit.ts';
import type { OwedToTrail } from '#db/journal/owed-to-trail.ts';
import { readSetting, writeSetting } from '#db/journal/settings.ts';
import { ACCESSES_AT_ONCE } from '#shared/contract/accesses.ts';
import { AUDIT_RECORDS_AT_ONCE, type UnreadableRecord } from '#shared/contract/audit.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendNonsense, BackendRefused, BackendUnreachable } from '../backend/failures.ts';
import { log, logFailure } from '../log/log.ts';

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

type Sayable<Said> = OwedToTrail<Said> & { readonly said: NonNullable<Said> };

function isSayable<Said>(owed: OwedToTrail<Said>): owed is Sayable<Said> {
  return owed.said !== null;
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

  /** Tells the backend that something will never come, so that a supervisor sees it and the rest goes on. */
  async function setAside(body: UnreadableRecord): Promise<void> {
    log('not handed over', `${body.of} ${body.number}: ${body.why}`);
    await backend.ask('reportUnreadableRecord', { body }, { token: token() });
  }

  /** Sends a piece; of one that the backend calls malformed, each half alone, down to what it is about. */
  async function sendOrSplit<Said>(
    of: UnreadableRecord['of'],
    piece: readonly Sayable<Said>[],
    send: (said: Said[]) => Promise<unknown>,
  ): Promise<void> {
    const [first] = piece;
    if (!first) return;
    try {
      await send(piece.map(({ said }) => said));
    } catch (failure) {
      if (!(failure instanceof BackendRefused) || failure.code !== 'bad_request') throw failure;
      if (piece.length === 1) {
        await setAside({ of, number: first.number, why: 'not_taken_there' });
        return;
      }
      const half = piece.length >> 1;
      await sendOrSplit(of, piece.slice(0, half), send);
      await sendOrSplit(of, piece.slice(half), send);
    }
  }

  /** What follows the last that the backend took, a bounded piece at a time; the journal keeps how far that is. */
  async function inPieces<Said>(
    of: UnreadableRecord['of'],
    setting: string,
    read: (after: number) => OwedToTrail<Said>[],
    send: (said: Said[]) => Promise<unknown>,
  ): Promise<void> {
    for (;;) {
      const piece = read(Number(readSetting(journal, setting) ?? 0));
      const last = piece.at(-1);
      if (!last || token() === undefined) return;
      for (const { number, said } of piece) {
        if (said === null) await setAside({ of, number, why: 'not_readable_here' });
      }
      await sendOrSplit(of, piece.filter(isSayable), send);
      writeSetting(journal, setting, last.number);
    }
  }

  async function handOver(): Promise<void> {
    await inPieces(
      'access',
      ACCESSES,
      after => accessesAfter(journal, after, ACCESSES_AT_ONCE),
      accesses => backend.ask('handOverAccesses', { body: { accesses } }, { token: token() }),
    );
    await inPieces(
      'record',
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
