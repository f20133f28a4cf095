import { useEffect } from 'react';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAway } from '../../desk/use-away.ts';
import { focusPane } from '../../parts/focus.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { type KnownBalance, useBalance } from '../balance/use-balance.ts';
import type { Panel } from '../kept/panels.ts';
import { PlanAway } from './plan-away.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanOfBefore } from './plan-of-before.tsx';
import { Screening } from './screening.tsx';
import { StandingPlan } from './standing-plan.tsx';
import { usePlanForm } from './use-plan-form.ts';
import { usePlans } from './use-plans.ts';

interface PlanPanelProps {
  readonly call: OpenCall;
  readonly onOpen: (panel: Panel) => void;
}

/** A plan to pay over time: what it costs, the yes to it, and then how it stands. */
export function PlanPanel(props: PlanPanelProps) {
  const known = useBalance();
  return known ? <Known {...props} known={known} /> : <PlanAway />;
}

function Known({ call, onOpen, known }: PlanPanelProps & { known: KnownBalance }) {
  const [form, change] = usePlanForm(call.callId);
  const { data, error } = usePlans(call);
  const away = useAway();
  const standing = data?.plans.find(each => each.state === 'active');
  const [application] = known.balance.applications;
  const screens = application !== undefined && !form.screeningPassed;
  const isRead = data !== undefined;
  const stage = standing ? standing.planId : screens;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done first changes with these
  useEffect(() => focusPane('pay'), [stage, isRead]);

  const part = { call, known, onOpen };
  if (standing) return <StandingPlan {...part} plan={standing} />;
  if (known.balance.plan) return <PlanOfBefore plan={known.balance.plan} today={known.today} />;
  if (away) return <PlanAway />;
  if (error || !data) return <RefusedNote refused={error} />;
  if (screens) {
    return (
      <Screening
        application={application}
        today={known.today}
        onRefer={() => onOpen('referral')}
        onPass={() => change({ screeningPassed: true })}
      />
    );
  }
  return <PlanForm {...part} form={form} change={change} last={data.plans[0]} />;
}
