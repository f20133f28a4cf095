import { IconHeartHandshake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AssistanceStanding } from '#shared/contract/assistance-standing.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useInstant } from '../../desk/use-now.ts';
import { AskNote } from '../../parts/ask-note.tsx';
import classes from './kept-form.module.css';

/** What was found about help before, in one line: an application that is open, else the newest screening. */
export function AssistanceLine({ call }: { call: OpenCall }) {
  const { t } = useTranslation('kept');
  const { data, error } = useQuery<AssistanceStanding, Refused>({
    // Of this call alone: each is one look that is kept.
    queryKey: ['referrals.standing', call.callId],
    queryFn: () => ask('referrals.standing', null),
  });
  if (error) return <p className={classes.standing}>{t('assistance.unknown')}</p>;
  if (!data) return <p className={classes.standing}>{'\u00a0'}</p>;
  if (data.application) return <OpenOne application={data.application} />;
  return <Screened screening={data.screening} />;
}

function useSayDay() {
  const today = dateIn('UTC', useInstant());
  return (on: typeof today) => sayDate('en', on, today);
}

function OpenOne({ application }: { application: NonNullable<AssistanceStanding['application']> }) {
  const { t } = useTranslation('kept');
  const { state, since, by } = application;
  const on = useSayDay()(since);
  return (
    <AskNote sign={IconHeartHandshake}>
      {t('assistance.open', { on, by, state: t(`assistance.state.${state}`) })}
    </AskNote>
  );
}

function Screened({ screening }: { screening: AssistanceStanding['screening'] }) {
  const { t } = useTranslation('kept');
  const say = useSayDay();
  if (!screening) return <p className={classes.standing}>{t('assistance.none')}</p>;
  const { on, by, answers } = screening;
  const found = answers
    .map(({ programme, answer }) =>
      t(`assistance.found.${answer}`, { programme: t(`assistance.short.${programme}`) }),
    )
    .join(', ');
  return <p className={classes.standing}>{t('assistance.screened', { on: say(on), by, found })}</p>;
}
