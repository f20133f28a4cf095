import { type ReactNode, useId } from 'react';
import classes from './part.module.css';

/** One part of the pane under its own small heading. */
export function Part({
  title,
  aside,
  children,
}: {
  title: string;
  /** What stands at the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.part}>
      <header className={classes.head}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
