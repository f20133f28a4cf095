import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signedCopyFault } from '#shared/authorisations/signed-copy.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Field } from '../field.tsx';
import { RefusedNote } from '../refused-note.tsx';
import classes from './signed-form.module.css';

/** Records that a written copy came back signed: the date on it, and the day it came. */
export function SignedForm({
  authorisationId,
  agreedOn,
  today,
  onKeep,
  onRecorded,
}: {
  authorisationId: string;
  /** When the terms on the copy were agreed to, in the guarantor's zone. */
  agreedOn: CalendarDate;
  today: CalendarDate;
  onKeep: () => void;
  onRecorded: () => void;
}) {
  const { t } = useTranslation('schedule');
  const [typed, setTyped] = useState({ signedOn: '', receivedOn: String(today) });
  const [tried, setTried] = useState(false);
  const record = useAskTo('authorisations.signed');
  const signedOn = CalendarDate.safeParse(typed.signedOn).data;
  const receivedOn = CalendarDate.safeParse(typed.receivedOn).data;
  const fault =
    signedOn && receivedOn ? signedCopyFault({ signedOn, receivedOn }, agreedOn, today) : undefined;
  const ofSigned = signedOn ? fault === 'signed_before_terms' && fault : 'signed_missing';
  const ofReceived = receivedOn ? fault !== 'signed_before_terms' && fault : 'received_missing';

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (record.isPending || fault || !signedOn || !receivedOn) return;
    record.mutate({ authorisationId, signedOn, receivedOn }, { onSuccess: onRecorded });
  }
  const say = (which: typeof ofSigned | typeof ofReceived) =>
    tried && which ? t(`signedFaults.${which}`) : undefined;
  return (
    <form onSubmit={submit} aria-label={t('recordSigned')} noValidate>
      <div className={classes.boxes}>
        <Field
          ref={(box: HTMLInputElement | null) => {
            if (box && typed.signedOn === '' && !tried) box.focus();
          }}
          type="date"
          label={t('signedOn')}
          value={typed.signedOn}
          error={say(ofSigned)}
          onChange={event => setTyped({ ...typed, signedOn: event.currentTarget.value })}
        />
        <Field
          type="date"
          label={t('receivedOn')}
          value={typed.receivedOn}
          error={say(ofReceived)}
          onChange={event => setTyped({ ...typed, receivedOn: event.currentTarget.value })}
        />
      </div>
      <RefusedNote refused={record.error} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" variant="outline" loading={record.isPending}>
          {t('signedConfirm')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onKeep}>
          {t('keepAsIs')}
        </Button>
      </div>
    </form>
  );
}
