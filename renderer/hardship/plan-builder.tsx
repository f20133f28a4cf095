import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAway } from '../desk/use-away.ts';
import { AwayNote } from '../parts/away-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { KeysRest } from '../parts/keys.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { BuildPlan } from './plan/build-plan.tsx';
import classes from './plan/builder.module.css';
import { PlanOfCase } from './plan/plan-of-case.tsx';
import { useGround } from './plan/use-ground.ts';

/** Builds a plan that the household can pay; its keys work while it has the focus, which the pane's own key gives it. */
export function PlanBuilder({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const [isHere, setHere] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is
    <div
      tabIndex={-1}
      data-focus-first
      className={classes.builder}
      onFocus={() => setHere(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        setHere(currentTarget.contains(relatedTarget as Node | null))
      }
    >
      <KeysRest value={!isHere}>
        <Builder hardshipCase={hardshipCase} />
      </KeysRest>
    </div>
  );
}

function Builder({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('planBuilder');
  const { data: ground, error } = useGround(hardshipCase.caseId);
  const away = useAway();
  if (away) return <AwayNote title={t('away')} instead={[t('awayInstead')]} />;
  if (!ground) {
    return error ? <RefusedNote refused={error} /> : <Busy busy does={t('reading')} />;
  }
  const plan = ground.plans.find(each => each.state === 'active');
  if (plan) return <PlanOfCase caseId={hardshipCase.caseId} plan={plan} ground={ground} />;
  if (ground.openCents <= 0) {
    const amount = showMoney(ground.pendingCents);
    return <p>{ground.pendingCents > 0 ? t('allPending', { amount }) : t('nothingOpen')}</p>;
  }
  return <BuildPlan hardshipCase={hardshipCase} ground={ground} />;
}
