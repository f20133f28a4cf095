import { useTranslation } from 'react-i18next';
import { useOpenCall } from '../../desk/use-open-call.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { AsOf } from './as-of.tsx';
import { BalanceRead } from './balance-read.tsx';
import { shownTo } from './shown-to.ts';

const closed = {
  no_call: { title: 'noCallTitle', words: 'noCall' },
  not_verified: { title: 'notVerifiedTitle', words: 'notVerified' },
  guest: { title: 'guestTitle', words: 'guest' },
} as const;

/** The middle of the call workspace: what is owed and why. Empty until the caller may hear it. */
export function BalancePane() {
  const { t } = useTranslation(['balance', 'common']);
  const shown = shownTo(useOpenCall());
  if (shown === 'verified') {
    return (
      <Pane id="balance" title={t('common:panes.balance')} aside={<AsOf />}>
        <BalanceRead />
      </Pane>
    );
  }
  return (
    <Pane id="balance" title={t('common:panes.balance')}>
      <EmptyState
        title={t(closed[shown].title)}
        {...(shown === 'not_verified' && { keyName: 'F3' })}
      >
        {t(closed[shown].words)}
      </EmptyState>
    </Pane>
  );
}
