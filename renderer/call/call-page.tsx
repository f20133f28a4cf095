import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { focusPane } from '../parts/focus.ts';
import { useFocusKept } from '../parts/use-focus-kept.ts';
import { ActionSide } from './action-side.tsx';
import classes from './call-page.module.css';
import { CallSide } from './call-side.tsx';
import { MiddlePane } from './middle-pane.tsx';
import { useLanguageOfRecord } from './say/use-language-of-record.ts';
import { stepPanes } from './steps/steps.ts';
import { useStep } from './steps/use-step.ts';
import { useStepKeys } from './steps/use-step-keys.ts';

/** The call workspace: the call at the left, the balance in the middle, the action at the right. */
export function CallPage({ call }: { call: OpenCall }) {
  const { t } = useTranslation('call');
  const { step, open, follow } = useStep(call);
  useLanguageOfRecord(call);
  const choose = useStepKeys(call, step, open);
  useFocusKept(stepPanes[step]);
  useEffect(() => focusPane(stepPanes[step]), [step]);

  return (
    <div className={classes.panes}>
      <VisuallyHidden>
        <h1>{t('title', { reference: call.reference })}</h1>
      </VisuallyHidden>
      <div className={classes.side}>
        <CallSide call={call} step={step} onChoose={choose} />
      </div>
      <div className={classes.middle}>
        <MiddlePane call={call} step={step} onOpen={choose} onFollow={follow} />
      </div>
      <div className={classes.side}>
        <ActionSide call={call} step={step} onOpen={open} />
      </div>
    </div>
  );
}
