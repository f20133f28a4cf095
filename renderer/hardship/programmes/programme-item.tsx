import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ProgrammeReferral } from '#shared/hardship/programmes.ts';
import { EndForm } from './end-form.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { ProgrammeMark } from './programme-mark.tsx';
import { ProgrammeSteps } from './programme-steps.tsx';
import classes from './programmes.module.css';

/** One referral: where it stands, what was heard, and what can be noted next. */
export function ProgrammeItem({
  referral,
  today,
  isOpen,
}: {
  referral: ProgrammeReferral;
  today: CalendarDate;
  /** Whether something can be noted. */
  isOpen: boolean;
}) {
  const { t } = useTranslation(['programmes', 'balance']);
  const [doing, setDoing] = useState<'followUp' | 'close' | null>(null);
  const { programme, organization, contact, referredOn, screeningSaid, inSpite } = referral;
  const leave = () => setDoing(null);
  const form = { referral, today, onLeave: leave };
  return (
    <li className={classes.item}>
      <p className={classes.head}>
        <span className={classes.organization}>{organization}</span>
        <ProgrammeMark referral={referral} today={today} />
      </p>
      <p className={classes.small}>
        {t('since', {
          programme: t(`balance:programmes.${programme}`),
          date: sayDate('en', referredOn, today),
        })}
        {contact && ` · ${contact}`}
      </p>
      {screeningSaid && (
        <p className={classes.small}>
          {t(`saidThen.${screeningSaid}`)} {inSpite && t('why', { reason: inSpite })}
        </p>
      )}
      <ProgrammeSteps steps={referral.steps} today={today} />
      {isOpen && doing === null && (
        <p className={classes.actions}>
          {(['followUp', 'close'] as const).map(does => (
            <Button key={does} size="compact-sm" variant="default" onClick={() => setDoing(does)}>
              {t(does)}
            </Button>
          ))}
        </p>
      )}
      {isOpen && doing === 'followUp' && <FollowUpForm {...form} />}
      {isOpen && doing === 'close' && <EndForm {...form} />}
    </li>
  );
}
