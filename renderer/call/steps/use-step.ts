import type { OpenCall } from '#shared/desk/open-call.ts';
import { useKept } from '../../desk/kept.ts';
import { nextStep, type Step, whyClosed } from './steps.ts';

interface Chosen {
  readonly step: Step;
  /** What the call was waiting for when the step was chosen; progress takes the page along. */
  readonly whileNext: Step;
}

/** The step that is shown: the one chosen by key, until the call itself moves on. */
export function useStep(call: OpenCall) {
  const [chosen, choose] = useKept<Chosen | null>(`${call.callId}:step`, null);
  const next = nextStep(call);
  const holds = chosen && chosen.whileNext === next && !whyClosed(chosen.step, call);
  return {
    step: holds ? chosen.step : next,
    open: (step: Step) => choose({ step, whileNext: next }),
    /** Back to what the call is waiting for. */
    follow: () => choose(null),
  };
}
