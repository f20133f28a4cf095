import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import type { OwedItem } from '#shared/desk/owed.ts';
import classes from './unsent-dialog.module.css';
import { UnsentItem } from './unsent-item.tsx';

/** One part of the list under its heading; nothing when it is empty. */
export function UnsentPart({
  title,
  hint,
  items,
}: {
  title: string;
  /** Set for what was set aside: what to do about it. */
  hint?: string;
  items: readonly OwedItem[];
}) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.part} data-aside={hint !== undefined}>
      <h3 id={id} className={classes.partTitle}>
        {hint !== undefined && <IconAlertTriangle size={14} aria-hidden="true" />}
        {title}
      </h3>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <ul>
        {items.map(item => (
          <UnsentItem key={item.entryId} item={item} />
        ))}
      </ul>
    </section>
  );
}
