import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../desk/refused.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { SpokenText } from '../../parts/spoken-words.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './payment-dialog.module.css';

export interface ActionProps<History> {
  readonly history: History;
  readonly onDone: () => void;
}

/** What was done, and the words that tell the caller. */
function Done({ done, spoken }: { done: string; spoken?: string | undefined }) {
  const { t } = useTranslation('afterPayment');
  return (
    <div role="status" tabIndex={-1} ref={box => box?.focus()}>
      <p className={classes.done}>{done}</p>
      {spoken && (
        <>
          <h4 className={`${classes.label} ${classes.refusal}`}>{t('say')}</h4>
          <SpokenText>{spoken}</SpokenText>
        </>
      )}
    </div>
  );
}

/** A short form with a reason; what is wrong is said beside its box, and its result stays. */
export function ActionForm({
  does,
  busy,
  refused,
  fault = false,
  reasonLabel,
  reasonHint,
  done,
  spoken,
  onSubmit,
  children,
}: {
  does: string;
  busy: boolean;
  refused: Refused | null;
  /** Something else in the form is wrong, and says so itself once this was tried. */
  fault?: boolean;
  /** Left out where no reason is asked for. */
  reasonLabel?: string;
  /** Where it is kept, when that is not with the payment. */
  reasonHint?: string;
  done: string | undefined;
  spoken?: string | undefined;
  onSubmit: (reason: string) => void;
  children?: (tried: boolean) => ReactNode;
}) {
  const { t } = useTranslation('afterPayment');
  const reason = useReason();
  const [tried, setTried] = useState(false);
  if (done !== undefined) return <Done done={done} spoken={spoken} />;
  return (
    <form
      className={classes.form}
      aria-label={does}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        const given = reasonLabel === undefined ? '' : reason.give();
        if (given !== undefined && !fault && !busy) onSubmit(given);
      }}
    >
      {children?.(tried)}
      {reasonLabel !== undefined && (
        <ReasonBox reason={reason} label={reasonLabel} hint={reasonHint ?? t('reasonHint')} />
      )}
      <RefusedNote refused={refused} />
      <Button type="submit" aria-disabled={busy}>
        {does}
      </Button>
    </form>
  );
}
