import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import rows from '../../parts/rows.module.css';
import classes from '../exceptions/outcome-list.module.css';

/** What waits for a supervisor, one opened at a time. Arrow keys move, Enter opens one to be decided. */
export function DecidedList<Item>({
  title,
  label,
  none,
  items,
  idOf,
  row,
  form,
}: {
  title: string;
  label: string;
  none: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  row: (item: Item) => ReactNode;
  form: (item: Item) => ReactNode;
}) {
  const [open, setOpen] = useState<Item>();
  const openId = open && idOf(open);
  // One that somebody is deciding here stays until they turn to another.
  const gone = open !== undefined && !items.some(each => idOf(each) === openId);
  const shown = gone ? [open, ...items] : items;
  return (
    <section aria-label={title} className={classes.credits}>
      <h2 className={classes.title}>{title}</h2>
      {shown.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <ul aria-label={label} className={rows.list} onKeyDown={moveAmongRows}>
          {shown.map(item => {
            const isOpen = idOf(item) === openId;
            return (
              <li key={idOf(item)}>
                <UnstyledButton
                  className={rows.row}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : item)}
                >
                  {row(item)}
                </UnstyledButton>
                {/* As it was opened: what was just decided may stand on the list as something else. */}
                {isOpen && open !== undefined && form(open)}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
