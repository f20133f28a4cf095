import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DaySum } from '#shared/reconciliation/day.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import figures from '../figures-table.module.css';
import classes from './reconciliation.module.css';

/** How many and how much; opens the payments that make it. */
export function Sum({
  of,
  isOpen,
  opens,
  onOpen,
}: {
  of: DaySum;
  isOpen: boolean;
  /** The id of what opens. */
  opens: string;
  onOpen: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const said = (
    <>
      <span className={classes.count}>{t('counted', { count: of.count })}</span>{' '}
      <MoneyText amount={of.cents} />
    </>
  );
  return (
    <td className={figures.number}>
      {of.count === 0 ? (
        said
      ) : (
        <UnstyledButton
          className={classes.sum}
          title={t('sum.open')}
          aria-expanded={isOpen}
          aria-controls={opens}
          onClick={onOpen}
        >
          {said}
        </UnstyledButton>
      )}
    </td>
  );
}
