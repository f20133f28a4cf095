import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AskBackNone } from './ask-back.tsx';
import { type HouseholdForm, type IncomeRow, newRow } from './household-form.ts';
import { IncomeLine } from './income-line.tsx';
import type { ReadHousehold } from './read-household.ts';
import classes from './screening.module.css';

/** The backend takes no more. */
const MOST_ROWS = 20;

/** The incomes as rows; Enter in the last amount begins another one. */
export function IncomeRows({
  form,
  toConfirm,
  disabled,
  change,
}: {
  form: HouseholdForm;
  toConfirm: ReadHousehold['toConfirm'];
  disabled: boolean;
  change: (change: Partial<HouseholdForm>) => void;
}) {
  const { t } = useTranslation('screening');
  const list = useRef<HTMLFieldSetElement>(null);
  const { rows, hasNone } = form;
  const changeRow = (at: number, changed: Partial<IncomeRow>) =>
    change({
      rows: rows.map((row, place) =>
        place === at ? { ...row, isConfirmed: false, ...changed } : row,
      ),
      isNoneConfirmed: false,
    });

  function add() {
    if (rows.length >= MOST_ROWS) return;
    change({ rows: [...rows, newRow()], hasNone: false, isNoneConfirmed: false });
    setTimeout(() => {
      const boxes = list.current?.querySelectorAll<HTMLElement>('[data-row] select');
      boxes?.[boxes.length - 2]?.focus();
    });
  }
  return (
    <fieldset ref={list} className={classes.incomes} disabled={disabled}>
      <legend className={classes.legend}>{t('incomes')}</legend>
      {!hasNone &&
        rows.map((row, at) => (
          <IncomeLine
            key={row.id}
            row={row}
            number={at + 1}
            isAskedBack={toConfirm.rows.includes(at)}
            disabled={disabled}
            change={changed => changeRow(at, changed)}
            onRemove={() => change({ rows: rows.filter((_, place) => place !== at) })}
            onEnter={add}
          />
        ))}
      <div className={classes.addIncome}>
        {!hasNone && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            disabled={disabled || rows.length >= MOST_ROWS}
            onClick={add}
          >
            {t('addIncome')}
          </Button>
        )}
        {rows.length === 0 && (
          <Checkbox
            size="xs"
            label={t('noIncome')}
            checked={hasNone}
            disabled={disabled}
            onChange={event =>
              change({ hasNone: event.currentTarget.checked, isNoneConfirmed: false })
            }
          />
        )}
      </div>
      <AskBackNone
        isAsked={toConfirm.none}
        isConfirmed={form.isNoneConfirmed}
        onConfirm={() => change({ isNoneConfirmed: true })}
      />
    </fieldset>
  );
}
