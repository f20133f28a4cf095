import { useTranslation } from 'react-i18next';
import type { StoredMethod } from '#shared/stored/stored-method.ts';

/** How a kept card or account stands, in a few words. */
export function useStandingWords() {
  const { t } = useTranslation('payment');
  return ({ standing, goodThrough, method }: StoredMethod): string => {
    const [year, month] = goodThrough?.split('-') ?? [];
    const through = `${month}/${year}`;
    if (standing === 'blocked') return t('kept.blocked');
    if (standing === 'expired') return t('kept.expired', { month: through });
    if (standing === 'last_month') return t('kept.lastMonth');
    return method.kind === 'ach' ? method.bankName : t('kept.goodThrough', { month: through });
  };
}
