import type { i18n } from 'i18next';
import type { HandOver } from '../audit/hand-over.ts';
import type { LocalAudit } from '../audit/local-audit.ts';
import type { BackendClient } from '../backend/client.ts';
import type { Standing } from '../backend/standing.ts';
import type { Timeouts } from '../backend/timeouts.ts';
import type { Balances } from '../call/balances.ts';
import type { CallBook } from '../call/call-book.ts';
import type { HoldCall } from '../call/hold-call.ts';
import type { Recorder } from '../call/recording.ts';
import type { Captured } from '../capture/captured.ts';
import type { Exports } from '../exports/exports.ts';
import type { Unfinished } from '../exports/unfinished.ts';
import type { KeptBook } from '../kept/kept-book.ts';
import type { OpenedLinks } from '../links/opened-links.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { AttemptBook } from '../payments/attempt-book.ts';
import type { RefundBook } from '../payments/refund-book.ts';
import type { Resolver } from '../payments/resolver.ts';
import type { VoidBook } from '../payments/void-book.ts';
import type { UserClient } from '../session/as-user.ts';
import type { Session } from '../session/session.ts';
import type { CopiedRecords } from '../sync/copied-records.ts';
import type { Sync } from '../sync/sync.ts';
import type { DeskClock } from './desk-clock.ts';
import type { News } from './news.ts';
import type { Turns } from './turns.ts';

/** What the desk is made of, without its windows; `composeDesk` puts it together. */
export interface DeskParts {
  readonly version: string;
  /** Where files are streamed from. */
  readonly backendUrl: string;
  readonly sandbox: boolean;
  readonly clock: DeskClock;
  readonly timeouts: Timeouts;
  readonly news: News;
  readonly turns: Turns;
  readonly words: { readonly en: i18n; readonly es: i18n };
  /** Speaks for nobody; each question brings its own token. */
  readonly plainBackend: BackendClient;
  /** Speaks for whoever is signed in. */
  readonly backend: UserClient;
  readonly standing: Standing;
  readonly session: Session;
  readonly audit: LocalAudit;
  readonly calls: CallBook;
  readonly holdCall: HoldCall;
  readonly kept: KeptBook;
  readonly attempts: AttemptBook;
  readonly voids: VoidBook;
  readonly refunds: RefundBook;
  readonly balances: Balances;
  readonly captured: Captured;
  readonly recorder: Recorder;
  readonly resolver: Resolver;
  readonly outbox: Outbox;
  readonly handOver: HandOver;
  readonly exports: Exports;
  /** What is written beside its place, whole or not at all. */
  readonly unfinished: Unfinished;
  /** Keeps the copy of the records. */
  readonly sync: Sync;
  /** Reads it. */
  readonly records: CopiedRecords;
  /** What the operating system asked this desk to open. */
  readonly links: OpenedLinks;
}
