import type { FileOptions } from '#db/open.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { DeskUser } from '#shared/contract/session.ts';
import type { SyncState } from '#shared/desk/sync-state.ts';

/** How patient the worker is, in ms, and how much it keeps; tests are in more of a hurry. */
export interface SyncPace {
  /** Between two questions when nothing was heard. */
  readonly pollMs: number;
  readonly pageTimeoutMs: number;
  /** The first wait after a failure; it doubles. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Silence on the line of events after which it is taken for dead. */
  readonly silenceMs: number;
  /** Rows at which the copy is full. */
  readonly mostRows: number;
  /** How far its file may grow, whatever is in the rows. */
  readonly mostBytes: number;
}

export const usualPace: SyncPace = {
  pollMs: 30_000,
  pageTimeoutMs: 30_000,
  firstWaitMs: 1_000,
  longestWaitMs: 60_000,
  // Heartbeats come every fifteen seconds.
  silenceMs: 40_000,
  mostRows: 4_000_000,
  mostBytes: 4 * 1024 ** 3,
};

/** What the worker is started with. */
export interface SyncStart {
  readonly backendUrl: string;
  readonly file: FileOptions;
  readonly pace: SyncPace;
}

/** Who has a copy, and what the backend knows them by. */
export interface Admission {
  /** Counts up; an answer that names an older one is out of date. */
  readonly number: number;
  readonly role: DeskUser['role'];
  readonly regions: DeskUser['regions'];
  readonly token: string;
  /** The desk's clock, in ms since 1970. */
  readonly nowMs: number;
}

/** What the main process tells the worker. */
export type ToSync =
  | { readonly kind: 'admit'; readonly admission: Admission }
  /** Nobody is signed in any more. */
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'pause' | 'resume' | 'rebuild' }
  | {
      readonly kind: 'keepBalance';
      readonly receipt: number;
      readonly scope: string;
      readonly balance: Balance;
      readonly nowMs: number;
    }
  /** The main process has closed its connection. */
  | { readonly kind: 'released' }
  | { readonly kind: 'close' };

/** What the worker tells the main process. */
export type FromSync =
  /** The file is there; `rebuilt` when one that could not be used was thrown away. */
  | { readonly kind: 'opened'; readonly rebuilt: boolean }
  /** The file is of this admission's scope and may be read. */
  | { readonly kind: 'ready'; readonly admission: number }
  /** The file is about to be deleted: close it and say so. */
  | { readonly kind: 'release' }
  | { readonly kind: 'kept'; readonly receipt: number }
  /** How far the copy is that this admission is given. */
  | { readonly kind: 'state'; readonly admission: number; readonly state: SyncState }
  /** The backend says that there is something new. */
  | { readonly kind: 'changed' }
  /** The session may be another now: ask the backend who is signed in. */
  | { readonly kind: 'askSession'; readonly token: string };

/** What a copy is made for: who may see less must find nothing that was kept for who may see more. */
export function scopeOf({ role, regions }: Pick<DeskUser, 'role' | 'regions'>): string {
  return [role, ...[...regions].sort()].join(' ');
}
