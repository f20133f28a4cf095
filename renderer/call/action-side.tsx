import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { KeysRest } from '../parts/keys.ts';
import { Pane } from '../parts/pane.tsx';
import { shownTo } from './balance/shown-to.ts';
import { KeptPanel } from './kept/kept-panel.tsx';
import { PanelChoice } from './kept/panel-choice.tsx';
import { type Panel, panelsFor } from './kept/panels.ts';
import { usePanel } from './kept/use-panel.ts';
import { usePanelKeys } from './kept/use-panel-keys.ts';
import { PayPanel } from './payment/pay-panel.tsx';
import { PlanPanel } from './plan/plan-panel.tsx';
import { SchedulePanel } from './schedule/schedule-panel.tsx';
import { type Step, stepKeys } from './steps/steps.ts';

/**
 * The action at the right; until the caller may hear or pay something it says what will be here. Its keys
 * rest while something else is done in the middle: ending the call and charging share theirs.
 */
export function ActionSide({
  call,
  step,
  onOpen,
}: {
  call: OpenCall;
  step: Step;
  onOpen: (step: Step) => void;
}) {
  const { t } = useTranslation(['call', 'common', 'kept']);
  const [panel, setPanel] = usePanel(call);
  const choose = usePanelKeys(call, panel, (next: Panel) => {
    setPanel(next);
    onOpen('pay');
  });
  if (shownTo(call) === 'not_verified' && call.attempts.length === 0) {
    return (
      <Pane id="pay" title={t('common:panes.pay')}>
        <EmptyState title={t('pay.emptyTitle')} keyName={stepKeys.pay}>
          {t('pay.empty')}
        </EmptyState>
      </Pane>
    );
  }
  const choice = <PanelChoice offered={panelsFor(call)} panel={panel} onChoose={choose} />;
  return (
    <KeysRest value={step !== 'balance' && step !== 'pay'}>
      {panel === 'pay' ? (
        <PayPanel choice={choice} />
      ) : (
        <Pane id="pay" title={t(`kept:does.${panel}`)}>
          {choice}
          {panel === 'schedule' && <SchedulePanel call={call} />}
          {panel === 'plan' && <PlanPanel call={call} onOpen={setPanel} />}
          {panel !== 'schedule' && panel !== 'plan' && (
            <KeptPanel key={panel} call={call} panel={panel} />
          )}
        </Pane>
      )}
    </KeysRest>
  );
}
