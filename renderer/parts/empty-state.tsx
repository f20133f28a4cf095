import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { Keycap } from './keycap.tsx';

/** What will be here, and the key to get there. */
export function EmptyState({
  title,
  children,
  keyName,
}: {
  title: string;
  children: ReactNode;
  keyName?: string;
}) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      <p className={classes.words}>{children}</p>
      {keyName && <Keycap name={keyName} />}
    </div>
  );
}
