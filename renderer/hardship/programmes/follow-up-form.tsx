import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { mayBeFollowedUpOn, usualFollowUpDay } from '#shared/hardship/programme-days.ts';
import type { ProgrammeReferral } from '#shared/hardship/programmes.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { Field } from '../../parts/field.tsx';
import { StepForm } from './step-form.tsx';
import { useReadProgrammesAgain } from './use-programmes.ts';

/** That it was asked after: what was heard, and when it is asked after again. */
export function FollowUpForm({
  referral: { caseId, programmeReferralId, referredOn },
  today,
  onLeave,
}: {
  referral: ProgrammeReferral;
  today: CalendarDate;
  onLeave: () => void;
}) {
  const { t } = useTranslation(['programmes', 'problems']);
  const [next, setNext] = useState(String(usualFollowUpDay(today)));
  const [stepId] = useState(() => crypto.randomUUID());
  const followUp = useAskTo('programmes.followUp');
  const readAgain = useReadProgrammesAgain();
  const followUpOn = CalendarDate.safeParse(next).data;
  const isRight = followUpOn !== undefined && mayBeFollowedUpOn(followUpOn, today);
  const fault = followUpOn ? t('problems:programme_follow_up_wrong') : t('dayMissing');
  return (
    <StepForm
      does={t('followUp')}
      days={{ since: referredOn, today }}
      noteFault={note => (note.length < SHORTEST_REASON ? t('noteMissing') : undefined)}
      isOpen={isRight}
      busy={followUp.isPending}
      refused={followUp.error}
      onLeave={onLeave}
      onDone={(happenedOn, note) => {
        if (!followUpOn) return;
        followUp.mutate(
          { caseId, programmeReferralId, stepId, followUp: { happenedOn, note, followUpOn } },
          {
            onSuccess() {
              announce(t('followedUp'));
              onLeave();
            },
            onSettled: readAgain,
          },
        );
      }}
    >
      <Field
        type="date"
        label={t('next')}
        value={next}
        error={isRight ? undefined : fault}
        onChange={event => setNext(event.currentTarget.value)}
      />
    </StepForm>
  );
}
