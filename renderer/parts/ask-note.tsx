import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ask-note.module.css';

/** Something to know before going on: by sign, colour and sentence, heard by a screen reader when it comes. */
export function AskNote({ sign: Sign, children }: { sign: Icon; children: ReactNode }) {
  return (
    <p className={classes.note} role="status">
      <Sign size={16} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
