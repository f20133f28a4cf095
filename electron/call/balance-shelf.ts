import { keepBalance, keptBalance } from '#db/cache/kept-balances.ts';
import type { WriteDb } from '#db/handles.ts';
import type { Clock } from '../desk/clock.ts';
import type { Session } from '../session/session.ts';
import type { BalanceShelf } from './balances.ts';

/** Keeps balances in the cache, each under the person who may see it. */
export function createBalanceShelf(
  cache: WriteDb,
  session: Pick<Session, 'user'>,
  clock: Clock,
): BalanceShelf {
  const scope = () => session.user()?.userId ?? '';
  return {
    keep: balance => keepBalance(cache, scope(), balance, clock.nowMs()),
    kept: guarantorId => keptBalance(cache, guarantorId, scope(), clock.nowMs()),
  };
}
