import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { gridColumns } from './grid-columns.ts';
import classes from './payment-grid.module.css';
import type { UseAsked } from './use-asked.ts';

/** The names of the columns; those that are an order are buttons. */
export function GridHead({ use }: { use: UseAsked }) {
  const { t } = useTranslation('search');
  const { sort } = use.asked;
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid cannot be a table, see there
    <div role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="row" tabIndex={-1} aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        {gridColumns.map(({ name, by }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={name}
            role="columnheader"
            tabIndex={-1}
            className={`${classes.cell} ${name === 'amount' ? classes.amount : ''}`}
            aria-sort={by === null ? undefined : by === sort.by ? sort.direction : 'none'}
          >
            {by === null ? (
              t(`columns.${name}`)
            ) : (
              <UnstyledButton
                className={classes.sort}
                data-sorted={by === sort.by || undefined}
                onClick={() => use.sortBy(by)}
              >
                {t(`columns.${name}`)}
                {by === sort.by && <Arrow size={12} aria-hidden="true" />}
              </UnstyledButton>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
