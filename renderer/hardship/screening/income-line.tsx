import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IncomePeriod, IncomeSource } from '#shared/assistance/income.ts';
import { AskBackRow } from './ask-back.tsx';
import type { IncomeRow } from './household-form.ts';
import { SaidAmountBox } from './said-amount-box.tsx';
import classes from './screening.module.css';

/** One income: from what, how much, how often; asked back where it sounds like another period. */
export function IncomeLine({
  row,
  number,
  isAskedBack,
  disabled,
  change,
  onRemove,
  onEnter,
}: {
  row: IncomeRow;
  number: number;
  isAskedBack: boolean;
  disabled: boolean;
  change: (changed: Partial<IncomeRow>) => void;
  onRemove: () => void;
  onEnter: () => void;
}) {
  const { t } = useTranslation('screening');
  return (
    <fieldset data-row className={classes.row} aria-label={t('incomeOf', { number })}>
      <div className={classes.income}>
        <NativeSelect
          label={t('source')}
          value={row.source}
          disabled={disabled}
          onChange={event => change({ source: IncomeSource.parse(event.currentTarget.value) })}
          data={IncomeSource.options.map(value => ({ value, label: t(`sources.${value}`) }))}
        />
        <SaidAmountBox
          label={t('amount')}
          typed={row.typed}
          isNeeded
          disabled={disabled}
          onType={typed => change({ typed })}
          onEnter={onEnter}
        />
        <NativeSelect
          label={t('period')}
          value={row.period}
          disabled={disabled}
          onChange={event => change({ period: IncomePeriod.parse(event.currentTarget.value) })}
          data={IncomePeriod.options.map(value => ({ value, label: t(`periods.${value}`) }))}
        />
        <ActionIcon
          className={classes.remove}
          variant="subtle"
          color="gray"
          aria-label={t('removeIncome', { number })}
          disabled={disabled}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      <AskBackRow row={row} isAsked={isAskedBack} change={change} />
    </fieldset>
  );
}
