import type { OpenCall } from '#shared/desk/open-call.ts';
import { BalancePane } from './balance/balance-pane.tsx';
import { LocatePane } from './locate/locate-pane.tsx';
import type { Step } from './steps/steps.ts';
import { VerifyPane } from './verify/verify-pane.tsx';
import { WrapUpPane } from './wrap-up/wrap-up-pane.tsx';

/** What is worked on in this step. */
export function MiddlePane({
  call,
  step,
  onOpen,
  onFollow,
}: {
  call: OpenCall;
  step: Step;
  onOpen: (step: Step) => void;
  /** Goes where the call itself is waiting. */
  onFollow: () => void;
}) {
  if (step === 'locate') return <LocatePane call={call} onChosen={onFollow} />;
  if (step === 'verify') return <VerifyPane call={call} onOpen={onOpen} onFollow={onFollow} />;
  if (step === 'wrapUp') return <WrapUpPane call={call} onBack={onFollow} />;
  return <BalancePane />;
}
