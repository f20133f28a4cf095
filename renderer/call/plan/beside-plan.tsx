import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';

/** What is open beside a plan that stands: what it could take in, and what waits for the insurance. */
export function BesidePlan({
  plan: { beside },
  className,
}: {
  plan: AgreedPlan;
  className: string | undefined;
}) {
  const { t } = useTranslation('plan');
  if (!beside) return null;
  const { openCents, pendingCents } = beside;
  return (
    <>
      {openCents > 0 && (
        <p className={className}>{t('beside', { amount: showMoney(openCents) })}</p>
      )}
      {pendingCents > 0 && (
        <p className={className}>{t('besidePending', { amount: showMoney(pendingCents) })}</p>
      )}
    </>
  );
}
