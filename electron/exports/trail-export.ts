import { ExportHead } from '#shared/audit/signed-head.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { AUDIT_EXPORT_PATH } from '#shared/contract/audit.ts';
import { Problem } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { TrailExport } from '#shared/desk/trail-calls.ts';
import { BackendUnreachable } from '../backend/failures.ts';
import { refusalOf } from '../backend/refusal-of.ts';
import { alwaysGoOn } from '../desk/always-go-on.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { ChoosePlace } from './choose-place.ts';
import { writeWhole } from './write-whole.ts';

/** Takes the signed trail along as a file, one at a time at a desk. */
export interface TrailExports {
  save(): Promise<{ readonly path: string; readonly records: number } | null>;
  progress(): TrailExport | null;
  cancel(): void;
}

const NEWLINE = 10;

async function open(desk: DeskParts, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  // Whether the two understand each other, and the session stands, is told by a question of the contract.
  await desk.backend.ask('auditVerification', {});
  const headers = {
    [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
    authorization: `Bearer ${desk.session.token() ?? ''}`,
  };
  const url = `${desk.backendUrl}${AUDIT_EXPORT_PATH}`;
  const reply = await fetch(url, { headers, redirect: 'manual', signal }).catch(cause => {
    signal.throwIfAborted();
    throw new BackendUnreachable('no answer', { cause });
  });
  if (reply.ok && reply.body) return reply.body;
  const problem = Problem.safeParse(await reply.json().catch(() => undefined));
  throw new Refused(problem.data?.code ?? 'backend_nonsense');
}

export function createTrailExports(desk: DeskParts, choosePlace: ChoosePlace): TrailExports {
  let now: TrailExport | null = null;
  let stopped = new AbortController();

  /** Passes the pieces on and counts what they bring; one that ends before the chain does is refused. */
  async function* counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let first: Buffer | undefined = Buffer.alloc(0);
    let [lines, total] = [0, 0];
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      if (first) {
        const held: Buffer = Buffer.concat([first, bytes]);
        const end = held.indexOf(NEWLINE);
        first = end < 0 ? held : undefined;
        if (end >= 0) total = totalOf(held.subarray(0, end));
      }
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1))
        lines += 1;
      now = { records: Math.max(0, lines - 1), total };
      yield bytes;
    }
    if (first || lines - 1 !== total) throw new Refused('export_broken');
  }

  /** The trail is for whoever asked for it, as long as they are there: also while they choose a place. */
  function whileThere(stop: AbortController): () => void {
    const { session } = desk;
    const token = session.token();
    return () => {
      if (session.isLocked() || session.token() !== token) stop.abort(new Refused('export_locked'));
    };
  }

  async function write(path: string): Promise<{ path: string; records: number } | null> {
    const { signal } = stopped;
    const unfinished = desk.unfinished.begin(path);
    try {
      await writeWhole({ path, unfinished }, counted(await open(desk, signal)), signal);
      return { path, records: now?.records ?? 0 };
    } catch (failure) {
      // A session that has ended locks the desk: what the backend said comes first.
      if (failure instanceof Refused) throw failure;
      if (signal.reason instanceof Refused) throw signal.reason;
      if (signal.aborted) return null;
      const begun = now !== null && now.total > 0;
      if (begun && failure instanceof BackendUnreachable) throw new Refused('export_broken');
      throw refusalOf(failure);
    } finally {
      alwaysGoOn('export', () => desk.unfinished.end(unfinished));
    }
  }

  return {
    progress: () => now,
    cancel: () => stopped.abort(),
    async save() {
      if (now) throw new Refused('export_running');
      now = { records: 0, total: 0 };
      stopped = new AbortController();
      const noLonger = desk.news.listen(whileThere(stopped));
      try {
        const today = dateIn('UTC', instantOf(desk.clock.nowMs()));
        const path = await choosePlace(`audit-trail-${today}.jsonl`, 'jsonl');
        return path === null ? null : await write(path);
      } finally {
        noLonger();
        now = null;
      }
    },
  };
}

function totalOf(line: Buffer): number {
  try {
    return ExportHead.parse(JSON.parse(line.toString())).head?.position ?? 0;
  } catch {
    throw new Refused('backend_nonsense');
  }
}
