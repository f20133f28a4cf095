import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { type CalendarDate, CalendarDate as Day } from '#shared/calendar/dates.ts';
import { Field } from '../../parts/field.tsx';
import { focusFirstWrong } from '../../parts/focus-first-wrong.ts';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './application.module.css';
import { MainButton } from './main-button.tsx';
import { MAIN_KEY } from './main-key.ts';
import { useApplicationChange } from './use-application-change.ts';

const SHORTEST = 3;

/** What the applicant declares, how and when; with it the application is handed in. */
export function SubmitForm({
  application: { applicationId },
  caseId,
  today,
}: {
  application: AssistanceApplication;
  caseId: string;
  today: CalendarDate;
}) {
  const { t } = useTranslation('application');
  const [how, setHow] = useState<'spoken' | 'signed'>('spoken');
  const [on, setOn] = useState<string>(today);
  const [kept, setKept] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = useApplicationChange('applications.submit', t('heard.submitted'));
  const day = Day.safeParse(on);
  const isDayWrong = !day.success || day.data > today;
  const isShort = kept.trim().length < SHORTEST;
  const run = () => {
    setTried(true);
    if (!day.success || isDayWrong || isShort) return focusFirstWrong(form.current);
    const statement =
      how === 'spoken'
        ? { how, on: day.data, recordingReference: kept.trim() }
        : { how, on: day.data, paper: kept.trim() };
    submit.run({ caseId, applicationId, statement });
  };
  useKeys({ [MAIN_KEY]: { does: t('submit'), run } });
  return (
    <form
      ref={form}
      noValidate
      aria-label={t('statement.title')}
      className={classes.block}
      onSubmit={event => {
        event.preventDefault();
        run();
      }}
    >
      <h4 className={classes.heading}>{t('statement.title')}</h4>
      <p>{t('statement.ask')}</p>
      <SegmentedControl
        aria-label={t('statement.how')}
        value={how}
        data={[
          { value: 'spoken', label: t('statement.spoken') },
          { value: 'signed', label: t('statement.signed') },
        ]}
        onChange={value => setHow(value === 'signed' ? 'signed' : 'spoken')}
      />
      <div className={classes.fields}>
        <Field
          type="date"
          label={t('statement.on')}
          value={on}
          max={today}
          error={tried && isDayWrong && t('statement.dateWrong')}
          onChange={event => setOn(event.currentTarget.value)}
        />
        <Field
          label={t(how === 'spoken' ? 'statement.reference' : 'statement.paper')}
          value={kept}
          maxLength={how === 'spoken' ? 40 : 100}
          error={tried && isShort && t('statement.missing')}
          onChange={event => setKept(event.currentTarget.value)}
        />
      </div>
      <RefusedNote refused={submit.refused} />
      <MainButton does={t('submit')} busy={submit.busy} />
    </form>
  );
}
