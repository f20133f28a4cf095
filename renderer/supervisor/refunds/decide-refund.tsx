import { useTranslation } from 'react-i18next';
import type { WaitingRefund } from '#shared/contract/refunds.ts';
import { useAskTo } from '../../desk/ask.ts';
import { DecideForm } from '../decisions/decide-form.tsx';

/** Approves or declines a refund, with a reason; what became of it stays. */
export function DecideRefund({
  refund,
  onDecided,
}: {
  refund: WaitingRefund;
  onDecided: () => void;
}) {
  const { t } = useTranslation('afterPayment');
  const decide = useAskTo('refunds.decide');
  return (
    <DecideForm
      withKey
      yes={t('waiting.approve')}
      no={t('waiting.decline')}
      hint={t('reasonHint')}
      busy={decide.isPending}
      refused={decide.error}
      done={decide.data && t('waiting.done', { state: t(`waiting.state.${decide.data.state}`) })}
      onDecide={(isYes, reason) => {
        const { refundKey } = refund;
        const decision = isYes ? 'approve' : 'decline';
        decide.mutate({ refundKey, decision, reason }, { onSuccess: onDecided });
      }}
    />
  );
}
