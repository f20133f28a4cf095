import { IconCloudOff } from '@tabler/icons-react';
import { useId } from 'react';
import classes from './away-note.module.css';

/** That something cannot be done while the backend is away, and what can be done instead. */
export function AwayNote({ title, instead }: { title: string; instead: readonly string[] }) {
  const id = useId();
  return (
    <section role="status" aria-labelledby={id} className={classes.away}>
      <h3 id={id} className={classes.title}>
        <IconCloudOff size={16} aria-hidden="true" />
        {title}
      </h3>
      {instead.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
