import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { announce } from '../../parts/announce.tsx';
import { focusPane } from '../../parts/focus.ts';
import { useKeys } from '../../parts/keys.ts';
import { usePanel } from '../kept/use-panel.ts';
import { type Step, stepKeys, stepPanes, steps, whyClosed } from './steps.ts';

/** Opens a step and takes the focus there; says why when it is still closed. Each step by its own key. */
export function useStepKeys(
  call: OpenCall,
  current: Step,
  open: (step: Step) => void,
): (step: Step) => void {
  const { t } = useTranslation('call');
  const [, openPanel] = usePanel(call);

  function choose(step: Step) {
    const closed = whyClosed(step, call);
    if (closed) return announce(t(`closed.${closed}`));
    // The step is the payment; what else is done at the right has keys of its own.
    if (step === 'pay') openPanel('pay');
    if (step === current) focusPane(stepPanes[step]);
    else open(step);
  }

  useKeys(
    Object.fromEntries(
      steps.map(step => [
        stepKeys[step],
        { does: t(`steps.${step}`), run: () => choose(step), shown: 'help' as const },
      ]),
    ),
  );
  return choose;
}
