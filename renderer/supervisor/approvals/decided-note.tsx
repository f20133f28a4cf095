import { useTranslation } from 'react-i18next';
import type { ApprovalDetail } from '#shared/billing/approval.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import facts from '../exceptions/outcome-detail.module.css';

/** What was decided about a request, by whom and why; or that it needs no decision any more. */
export function DecidedNote({ approval }: { approval: ApprovalDetail }) {
  const { t } = useTranslation(['approvals', 'balance']);
  const showMoment = useMoment();
  const { state, decided, payment } = approval;
  return (
    <section className={facts.part}>
      <h4 className={facts.label}>{t('decidedTitle')}</h4>
      {state !== 'requested' && decided && (
        <p>
          {t('decided', {
            state: t(`state.${state}`),
            name: decided.byName,
            at: showMoment(decided.at),
            reason: decided.why,
          })}
        </p>
      )}
      {state === 'lapsed' && payment && (
        <p>{t('lapsed', { state: t(`balance:states.${payment.state}`) })}</p>
      )}
    </section>
  );
}
