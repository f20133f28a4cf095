import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PaymentFilters } from '#shared/search/payment-search.ts';
import classes from './floor-page.module.css';
import { useFind } from './use-find.ts';

/** A number that opens the search on the payments that make it. */
export function FindNumber({
  what,
  filters,
  children,
}: {
  /** What the number is of, for who only hears the button. */
  what: string;
  filters: PaymentFilters;
  children: string;
}) {
  const { t } = useTranslation('floor');
  const find = useFind();
  return (
    <UnstyledButton
      className={classes.find}
      aria-label={`${children}. ${t('findOf', { what })}`}
      onClick={() => find(filters)}
    >
      {children}
    </UnstyledButton>
  );
}
