import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { focusPane } from '../parts/focus.ts';
import { Pane } from '../parts/pane.tsx';
import classes from './call-side.module.css';
import { CallLog } from './log/call-log.tsx';
import { CallNotes } from './notes/call-notes.tsx';
import { Say } from './say/say.tsx';
import { type Step, stepPanes } from './steps/steps.ts';
import { StepsList } from './steps/steps-list.tsx';

/** The call itself: its steps, the words to say now, notes (at wrap-up in the middle), what has happened. */
export function CallSide({
  call,
  step,
  onChoose,
}: {
  call: OpenCall;
  step: Step;
  onChoose: (step: Step) => void;
}) {
  const { t } = useTranslation(['common', 'call']);
  return (
    <Pane
      id="call"
      title={t('panes.call')}
      aside={<span className={classes.reference}>{call.reference}</span>}
    >
      {call.events.at(-1)?.kind === 'restored' && (
        <p role="status" className={classes.restored}>
          {t('call:restored')}
        </p>
      )}
      <StepsList call={call} current={step} onChoose={onChoose} />
      <Say call={call} step={step} />
      {step !== 'wrapUp' && <CallNotes call={call} onLeave={() => focusPane(stepPanes[step])} />}
      <CallLog call={call} />
    </Pane>
  );
}
