import { UnstyledButton } from '@mantine/core';
import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDotFilled,
  IconHandStop,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { Keycap } from '../../parts/keycap.tsx';
import {
  isDone,
  isStopped,
  type Step,
  stepKeys,
  steps,
  type WhyClosed,
  whyClosed,
} from './steps.ts';
import classes from './steps-list.module.css';

const signs = {
  done: IconCircleCheckFilled,
  current: IconCircleDotFilled,
  open: IconCircle,
  stopped: IconHandStop,
  closed: IconCircleDashed,
} as const;
type Sign = keyof typeof signs;

function signOf(step: Step, current: Step, call: OpenCall, closed: WhyClosed | undefined): Sign {
  if (isStopped(step, call)) return 'stopped';
  if (isDone(step, call)) return 'done';
  if (step === current) return 'current';
  return closed ? 'closed' : 'open';
}

/** The steps of the call, each with its key and how far it is: by shape and by word. */
export function StepsList({
  call,
  current,
  onChoose,
}: {
  call: OpenCall;
  current: Step;
  onChoose: (step: Step) => void;
}) {
  const { t } = useTranslation('call');
  return (
    <ol className={classes.steps}>
      {steps.map(step => {
        const closed = whyClosed(step, call);
        const sign = signOf(step, current, call, closed);
        const Shape = signs[sign];
        return (
          <li key={step}>
            <UnstyledButton
              className={classes.step}
              data-sign={sign}
              aria-current={step === current ? 'step' : undefined}
              aria-disabled={closed !== undefined || undefined}
              aria-keyshortcuts={stepKeys[step]}
              onClick={() => onChoose(step)}
            >
              <Shape size={18} aria-hidden="true" className={classes.sign} />
              <span>{t(`steps.${step}`)}</span>
              <span className={classes.standing}>
                {t(
                  `standing.${sign === 'closed' && closed ? closed : (sign as Exclude<Sign, 'closed'>)}`,
                )}
              </span>
              <Keycap name={stepKeys[step]} />
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
