import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useOpenCall } from '../../desk/use-open-call.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { shownTo } from '../balance/shown-to.ts';
import { useBalance } from '../balance/use-balance.ts';
import { EarlierAttempts } from './earlier-attempts.tsx';
import { GuestPayment } from './guest-payment.tsx';
import { KnownPayment } from './known-payment.tsx';
import { AttemptResult } from './result/attempt-result.tsx';
import { OverriddenBeside } from './result/overridden-beside.tsx';
import { usePayForm } from './use-pay-form.ts';
import { attemptToShow } from './which-attempt.ts';

/** The right of the call workspace: a payment from its amount to a result that stays. */
export function PayPanel({ choice }: { choice: ReactNode }) {
  const { t } = useTranslation(['payment', 'common']);
  const call = useOpenCall();
  return (
    <Pane id="pay" title={t('common:panes.pay')}>
      {choice}
      {call ? (
        <Payment call={call} />
      ) : (
        <EmptyState title={t('noCallTitle')}>{t('noCall')}</EmptyState>
      )}
    </Pane>
  );
}

function Payment({ call }: { call: OpenCall }) {
  const { t } = useTranslation('payment');
  const [form, change] = usePayForm(call.callId);
  const [capturing, setCapturing] = useState(call.recording === 'paused');
  const known = useBalance();
  const shown = shownTo(call);
  const attempt = attemptToShow(call.attempts, form.putAside);
  if (attempt) {
    const besides = call.attempts.filter(each => each !== attempt && each.overriddenAt !== null);
    return (
      <>
        {besides.map(each => (
          <OverriddenBeside key={each.key} attempt={each} />
        ))}
        <AttemptResult
          attempt={attempt}
          call={call}
          onAnother={() =>
            change({
              putAside: attempt.key,
              typed: '',
              choice: null,
              parts: {},
              split: 'oldest_first',
            })
          }
          onTakeCard={() => {
            change({ putAside: attempt.key, method: attempt.method.kind, heard: null });
            setCapturing(true);
          }}
        />
      </>
    );
  }
  const part = { call, form, change, capturing, setCapturing };
  return (
    <>
      {shown === 'guest' && <GuestPayment {...part} />}
      {shown === 'verified' && known && <KnownPayment {...part} known={known} />}
      {shown === 'not_verified' && (
        <EmptyState title={t('notVerifiedTitle')} keyName="F3">
          {t('notVerified')}
        </EmptyState>
      )}
      <EarlierAttempts attempts={call.attempts} />
    </>
  );
}
