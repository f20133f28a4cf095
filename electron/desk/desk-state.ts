import type { DeskState } from '#shared/desk/state.ts';
import { noSync } from '#shared/desk/sync-state.ts';
import type { DeskParts } from './desk-parts.ts';

/** What the status line shows now. */
export function deskState(desk: DeskParts): DeskState {
  return {
    version: desk.version,
    sandbox: desk.sandbox,
    aheadMs: desk.clock.moved().aheadMs,
    backend: desk.standing.current(),
    backendSince: desk.standing.since(),
    user: desk.session.user() ?? null,
    locked: desk.session.isLocked(),
    unsent: desk.outbox.unsent(),
    openAttempts: desk.attempts.open().length,
    cacheRebuilt: desk.sync.cacheRebuilt(),
    sync: desk.session.user() ? desk.sync.state() : noSync,
  };
}
