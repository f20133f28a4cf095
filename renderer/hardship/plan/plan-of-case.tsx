import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { instalmentStandings } from '#shared/plans/instalment-standings.ts';
import { BesidePlan } from '../../call/plan/beside-plan.tsx';
import { Instalments } from '../../call/plan/instalments.tsx';
import { PlanChanges } from '../../plans/plan-changes.tsx';
import { useReadCasesAgain } from '../use-cases.ts';
import classes from './builder.module.css';
import { SaveCaseDisclosure } from './save-case-disclosure.tsx';

/** The plan that stands: what it asks, what is left of it, how it can be changed, and every payment. */
export function PlanOfCase({
  caseId,
  plan,
  ground: { today },
}: {
  caseId: string;
  plan: AgreedPlan;
  ground: PlanGround;
}) {
  const { t } = useTranslation('plan');
  const { standing, disclosure, levelCents } = plan;
  const queries = useQueryClient();
  const readCasesAgain = useReadCasesAgain();
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: ['hardshipPlans.ground', { caseId }] });
    readCasesAgain();
  };
  return (
    <section aria-label={t('stands')}>
      <h3 className={classes.title}>{t('stands')}</h3>
      <p className={classes.amount}>
        {t('figures', { amount: showMoney(levelCents), count: disclosure.payments.length })}
      </p>
      {standing.pastDueCents > 0 && (
        <p>{t('pastDue', { amount: showMoney(standing.pastDueCents) })}</p>
      )}
      <p className={classes.small}>
        {standing.payoffCents > 0
          ? t('left', { amount: showMoney(standing.payoffCents) })
          : t('lastPaid')}
      </p>
      <BesidePlan plan={plan} className={classes.small} />
      <SaveCaseDisclosure
        caseId={caseId}
        offerId={plan.acceptance.offerId}
        language={plan.acceptance.language}
      />
      <PlanChanges about={{ caseId, today }} plan={plan} onChanged={readAgain} />
      <Instalments instalments={instalmentStandings(plan, today)} today={today} />
    </section>
  );
}
