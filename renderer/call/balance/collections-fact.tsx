import { useTranslation } from 'react-i18next';
import { collectionsStanding } from '#shared/balance/collections.ts';
import { furthestAccount } from '#shared/collections/stage.ts';
import { useCollections } from '../../collections/use-collections.ts';
import type { KnownBalance } from './use-balance.ts';

/**
 * Where collections stand, for how many days, and what holds them: by the steps that were taken; where the backend
 * has not told of them, by what the balance alone shows.
 */
export function CollectionsFact({ balance, today }: Pick<KnownBalance, 'balance' | 'today'>) {
  const { t } = useTranslation(['balance', 'collections']);
  const { data } = useCollections();
  const { standing, daysOverdue, holds } = collectionsStanding(balance, today);
  const kinds = [...new Set(holds.map(hold => hold.kind))];
  const stage = data && furthestAccount(data.accounts)?.stage;
  const words =
    (stage ?? standing) === 'held'
      ? t('heldBy', {
          holds: new Intl.ListFormat('en').format(kinds.map(kind => t(`holds.${kind}`))),
        })
      : stage
        ? t(`collections:stage.${stage}`)
        : t(`standing.${standing}`);
  if (daysOverdue === 0) return words;
  return t('standingOverdue', { standing: words, count: daysOverdue });
}
