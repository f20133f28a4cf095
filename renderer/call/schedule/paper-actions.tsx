import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { sayTime } from '#shared/calendar/say-time.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { SignedForm } from '../../parts/signed-form/signed-form.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import classes from './schedule.module.css';
import { useReadAgain } from './use-authorisations.ts';

/** Where the yes can be heard, the written copy to give out, and for a debit that it came back signed. */
export function PaperActions({
  call,
  authorisation,
  today,
  timeZone,
}: {
  call: OpenCall;
  authorisation: Authorisation;
  today: CalendarDate;
  timeZone: string;
}) {
  const { t } = useTranslation('schedule');
  const { language } = useSpoken();
  const [signing, setSigning] = useState(false);
  const copy = useAskTo('authorisations.copy');
  const readAgain = useReadAgain(call);
  const { authorisationId, agreement, signed, state, method } = authorisation;
  const isOpen = state === 'active' && method.kind === 'ach' && !signed;
  const date = (day: CalendarDate) => sayDate('en', day, today);
  const agreedOn = dateIn(timeZone, agreement.agreedAt);
  const file = copy.data?.savedAs;
  return (
    <>
      <p className={classes.aside}>
        {t('agreedOn', {
          reference: agreement.recordingReference,
          on: date(agreedOn),
          time: sayTime('en', timeZone, agreement.agreedAt),
        })}
      </p>
      {signed && (
        <p className={classes.aside}>
          {t('signed', { on: date(signed.signedOn), received: date(signed.receivedOn) })}
        </p>
      )}
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={copy.isPending}
          onClick={() => copy.mutate({ authorisationId, language })}
        >
          {t('saveCopy')}
        </Button>
        {isOpen && !signing && (
          <Button size="compact-sm" variant="subtle" onClick={() => setSigning(true)}>
            {t('recordSigned')}
          </Button>
        )}
      </div>
      <p role="status" className={classes.aside}>
        {file && t('copySaved', { file })}
      </p>
      <RefusedNote refused={copy.error} />
      {isOpen && signing && (
        <SignedForm
          authorisationId={authorisationId}
          agreedOn={agreedOn}
          today={today}
          onKeep={() => setSigning(false)}
          onRecorded={() => {
            announce(t('signedRecorded'));
            readAgain();
          }}
        />
      )}
    </>
  );
}
