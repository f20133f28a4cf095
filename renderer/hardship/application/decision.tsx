import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './application.module.css';
import { DecisionForm } from './decision-form.tsx';
import { useApplicationChange } from './use-application-change.ts';

export type ApplicationDecider = ReturnType<typeof useApplicationChange<'applications.decide'>>;

/** The decision to make, or why somebody else makes it; whoever came too late reads that they did. */
export function Decision({
  application,
  caseId,
  alwaysReason = false,
}: {
  application: AssistanceApplication;
  caseId: string;
  alwaysReason?: boolean;
}) {
  const { t } = useTranslation('application');
  const decide = useApplicationChange('applications.decide', t('heard.decided'));
  const { state, mayNotDecide } = application;
  const isToDecide = state === 'in_review' || state === 'appealed';
  const [wasToDecide] = useState(isToDecide);
  if (!isToDecide) {
    if (!wasToDecide || decide.done) return null;
    // Its form was here a moment ago.
    const isDecided = state === 'awarded' || state === 'denied';
    return (
      <div className={classes.block}>
        <RefusedNote refused={{ message: t(isDecided ? 'tooLate' : 'movedOn') }} />
      </div>
    );
  }
  if (mayNotDecide !== null) return <p role="status">{t(`mayNot.${mayNotDecide}`)}</p>;
  return <DecisionForm key={state} {...{ application, caseId, decide, alwaysReason }} />;
}
