import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../desk/refused.ts';
import { ReasonBox } from '../parts/reason-box.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import { useReason } from '../parts/use-reason.ts';
import classes from './case.module.css';
import { FormButtons } from './form-buttons.tsx';

/** Something done in a case with words that stay in its history. */
export function NoteForm({
  title,
  label,
  does,
  busy,
  refused,
  children,
  noteFirst = !children,
  onSubmit,
  onLeave,
}: {
  title: string;
  label: string;
  /** What the button says. */
  does: string;
  busy: boolean;
  refused: Refused | null;
  /** What is chosen beside the words. */
  children?: ReactNode;
  /** Whether the words take the focus, though something may be chosen. */
  noteFirst?: boolean;
  onSubmit: (note: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('hardship');
  const note = useReason();
  return (
    <form
      className={classes.form}
      aria-label={title}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const given = note.give();
        if (given !== undefined && !busy) onSubmit(given);
      }}
    >
      {children}
      <ReasonBox
        autoFocus={noteFirst}
        enterSends
        reason={note}
        label={label}
        hint={note.isMissing ? undefined : t('noteHint')}
      />
      <RefusedNote refused={refused} />
      <FormButtons does={does} leaves={t('notNow')} busy={busy} onLeave={onLeave} />
    </form>
  );
}
