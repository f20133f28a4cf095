import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../desk/refused.ts';
import { announce } from '../../parts/announce.tsx';
import { Busy } from '../../parts/busy.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './kept-form.module.css';

const SUBMIT_KEY = 'Ctrl+Enter';

/** The form of a panel. What is wrong is said beside its box, and the first of it takes the keyboard. */
export function KeptForm({
  does,
  fault,
  busy,
  closed = false,
  refused,
  onSubmit,
  onFault,
  children,
}: {
  does: string;
  /** The first thing that keeps it from being noted. */
  fault: string | undefined;
  busy: boolean;
  /** It looks closed while there is a fault, because the form says above the button what is missing. */
  closed?: boolean;
  refused: Refused | null;
  onSubmit: () => void;
  /** Somebody tried although there is a fault: it is to be shown. */
  onFault: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    if (fault === undefined) return onSubmit();
    onFault();
    announce(fault);
    setTimeout(() => {
      const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (wrong ?? form.current?.querySelector<HTMLElement>('[data-focus-first]'))?.focus();
    });
  }
  useKeys({ [SUBMIT_KEY]: { does, run: submit } });

  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form}>
      {children}
      <RefusedNote refused={refused} />
      <Button
        type="submit"
        fullWidth
        {...(closed && { 'aria-disabled': true, 'data-disabled': true })}
        aria-keyshortcuts="Control+Enter"
        rightSection={<Keycap name={SUBMIT_KEY} />}
      >
        {does}
      </Button>
      <Busy busy={busy} does={t('busy')} />
    </form>
  );
}
