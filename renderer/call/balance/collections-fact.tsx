import { useTranslation } from 'react-i18next';
import { collectionsStanding } from '#shared/balance/collections.ts';
import type { KnownBalance } from './use-balance.ts';

/** Where collections stand, for how many days, and what holds them. */
export function CollectionsFact({ balance, today }: Pick<KnownBalance, 'balance' | 'today'>) {
  const { t } = useTranslation('balance');
  const { standing, daysOverdue, holds } = collectionsStanding(balance, today);
  const kinds = [...new Set(holds.map(hold => hold.kind))];
  const words =
    standing === 'held'
      ? t('heldBy', {
          holds: new Intl.ListFormat('en').format(kinds.map(kind => t(`holds.${kind}`))),
        })
      : t(`standing.${standing}`);
  if (daysOverdue === 0) return words;
  return t('standingOverdue', { standing: words, count: daysOverdue });
}
