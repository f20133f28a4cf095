import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../desk/refused.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './application.module.css';

/** A button that asks for a note first: an appeal, a withdrawal. */
export function NoteForm({
  does,
  label,
  hint,
  busy,
  refused,
  onGiven,
}: {
  does: string;
  label: string;
  hint: string;
  busy: boolean;
  refused: Refused | null;
  onGiven: (note: string) => void;
}) {
  const { t } = useTranslation('application');
  const [isOpen, setOpen] = useState(false);
  const reason = useReason();
  const run = () => {
    const note = reason.give();
    if (note !== undefined) onGiven(note);
  };
  if (!isOpen) {
    return (
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {does}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.block}>
      <ReasonBox autoFocus reason={reason} label={label} hint={hint} />
      <RefusedNote refused={refused} />
      <div className={classes.buttons}>
        <Button size="compact-sm" loading={busy} onClick={run}>
          {does}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
