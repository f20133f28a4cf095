import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { KeysRest } from '../parts/keys.ts';
import { Pane } from '../parts/pane.tsx';
import { shownTo } from './balance/shown-to.ts';
import { PayPanel } from './payment/pay-panel.tsx';
import { type Step, stepKeys } from './steps/steps.ts';

/**
 * The action at the right; until the caller may hear or pay something it says what will be here. Its keys
 * rest while something else is done in the middle: ending the call and charging share theirs.
 */
export function ActionSide({ call, step }: { call: OpenCall; step: Step }) {
  const { t } = useTranslation(['call', 'common']);
  if (shownTo(call) !== 'not_verified' || call.attempts.length > 0) {
    return (
      <KeysRest value={step !== 'balance' && step !== 'pay'}>
        <PayPanel />
      </KeysRest>
    );
  }
  return (
    <Pane id="pay" title={t('common:panes.pay')}>
      <EmptyState title={t('pay.emptyTitle')} keyName={stepKeys.pay}>
        {t('pay.empty')}
      </EmptyState>
    </Pane>
  );
}
