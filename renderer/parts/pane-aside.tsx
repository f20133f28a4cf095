import type { ReactNode } from 'react';
import classes from './pane-aside.module.css';

/** What stands at the right of a pane's heading: as of when it was read, and what can be done with all of it. */
export function PaneAside({ asOf, children }: { asOf?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.aside}>
      {asOf && <span className={classes.asOf}>{asOf}</span>}
      {children}
    </div>
  );
}
