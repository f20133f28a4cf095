import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Refused } from '../desk/refused.ts';
import classes from './refused-note.module.css';

/** Why something was refused: one sentence beside its cause, heard at once by a screen reader. */
export function RefusedNote({
  refused,
  children,
}: {
  refused: Pick<Refused, 'message'> | null | undefined;
  children?: ReactNode;
}) {
  if (!refused) return null;
  return (
    <div role="alert" className={classes.note}>
      <IconAlertTriangle size={16} aria-hidden="true" className={classes.sign} />
      <div>
        <p>{refused.message}</p>
        {children}
      </div>
    </div>
  );
}
