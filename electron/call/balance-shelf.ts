import { keptBalance } from '#db/cache/kept-balances.ts';
import type { Clock } from '../desk/clock.ts';
import type { Session } from '../session/session.ts';
import type { Sync } from '../sync/sync.ts';
import type { BalanceShelf } from './balances.ts';

/** Keeps balances in the cache, each under the person who may see it. */
export function createBalanceShelf(
  sync: Pick<Sync, 'keepBalance' | 'unwrittenBalance' | 'read'>,
  session: Pick<Session, 'user'>,
  clock: Clock,
): BalanceShelf {
  const scope = () => session.user()?.userId ?? '';
  return {
    keep: balance => sync.keepBalance(scope(), balance, clock.nowMs()),
    kept: guarantorId =>
      sync.unwrittenBalance(scope(), guarantorId) ??
      sync.read(cache => keptBalance(cache, guarantorId, scope(), clock.nowMs())),
  };
}
