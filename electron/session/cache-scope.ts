import { wipeCache } from '#db/cache/kept-balances.ts';
import type { WriteDb } from '#db/handles.ts';
import { readSetting, writeSetting } from '#db/journal/settings.ts';
import type { DeskUser } from '#shared/contract/session.ts';

const SETTING = 'cache_scope';

/**
 * Lets somebody to what is cached. When the one before them had another role or other regions, it is
 * wiped first: who may see less must find nothing that was kept for somebody who may see more.
 */
export function admitToCache(journal: WriteDb, cache: WriteDb, user: DeskUser): void {
  const scope = [user.role, ...[...user.regions].sort()].join(' ');
  if (readSetting(journal, SETTING) === scope) return;
  wipeCache(cache);
  writeSetting(journal, SETTING, scope);
}
