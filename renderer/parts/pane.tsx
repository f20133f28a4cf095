import type { ReactNode } from 'react';
import classes from './pane.module.css';

/** One region of the page with its heading. It takes the focus when nothing in it can yet. */
export function Pane({
  id,
  title,
  aside,
  scrolledByKey = false,
  children,
}: {
  id: string;
  title: string;
  /** What stands at the right of the heading. */
  aside?: ReactNode;
  /** Tab reaches the pane itself: it may be long, and hold nothing else that takes the focus. */
  scrolledByKey?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      tabIndex={scrolledByKey ? 0 : -1}
      className={classes.pane}
    >
      <header className={classes.head}>
        <h2 id={`${id}-title`} className={classes.title}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
