import { useTranslation } from 'react-i18next';
import type { ExceptionCase } from '#shared/contract/exception-queue.ts';
import { useNow } from '../../desk/use-now.ts';
import { ageOf } from '../../parts/show-time.ts';

/** How old an exception is: in business days where its rule counts these, else in the largest unit that is whole. */
export function useAge({ businessDays, openedAt }: ExceptionCase): string {
  const { t } = useTranslation('exceptions');
  const now = useNow(15_000);
  if (businessDays !== null) return t('businessDays', { count: businessDays });
  const { unit, count } = ageOf(openedAt, now);
  return t(`open.${unit}`, { count });
}
