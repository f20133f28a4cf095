import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { ProgrammeOutcome, type ProgrammeReferral } from '#shared/hardship/programmes.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { StepForm } from './step-form.tsx';
import { useReadProgrammesAgain } from './use-programmes.ts';

/** What became of a referral. */
export function EndForm({
  referral: { caseId, programmeReferralId, referredOn },
  today,
  onLeave,
}: {
  referral: ProgrammeReferral;
  today: CalendarDate;
  onLeave: () => void;
}) {
  const { t } = useTranslation('programmes');
  const [outcome, setOutcome] = useState<ProgrammeOutcome>('enrolled');
  const close = useAskTo('programmes.close');
  const readAgain = useReadProgrammesAgain();
  return (
    <StepForm
      does={t('close')}
      days={{ since: referredOn, today }}
      noteFault={() => undefined}
      isOpen
      busy={close.isPending}
      refused={close.error}
      onLeave={onLeave}
      onDone={(happenedOn, note) =>
        close.mutate(
          { caseId, programmeReferralId, end: { outcome, happenedOn, note } },
          {
            onSuccess() {
              announce(t('closed'));
              onLeave();
            },
            onSettled: readAgain,
          },
        )
      }
    >
      <NativeSelect
        autoFocus
        label={t('outcome')}
        value={outcome}
        onChange={event => setOutcome(ProgrammeOutcome.parse(event.currentTarget.value))}
        data={ProgrammeOutcome.options.map(value => ({ value, label: t(`outcomes.${value}`) }))}
      />
    </StepForm>
  );
}
