import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProblemCode } from '#shared/contract/problem.ts';
import type { Cents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** Typing is over when nothing was typed for so long. */
const TYPED_MS = 250;

export interface Compared {
  /** The plan; null when there is none, with the reason. */
  readonly plan: PlanDisclosure | null;
  readonly problem: ProblemCode | null;
  readonly leastCents: Cents | null;
  readonly published: readonly PlanDisclosure[];
}

const wishesOf = (wish: PlanWish): PlanWish[] => [
  wish,
  ...organization.plans.months.map(months => ({
    kind: 'standard' as const,
    pace: { by: 'months' as const, months },
    firstDueOn: wish.firstDueOn,
  })),
];

/** The plan that is asked for beside the published ones, reckoned by the backend and kept nowhere. */
export function useCompared(caseId: string, wish: PlanWish | undefined, openCents: Cents) {
  const [asked] = useDebouncedValue(wish && JSON.stringify(wish), TYPED_MS);
  return useQuery<Compared, Refused>({
    queryKey: ['hardshipPlans.compare', caseId, asked, openCents],
    queryFn: async () => {
      const wishes = wishesOf(JSON.parse(asked ?? ''));
      const { compared } = await ask('hardshipPlans.compare', { caseId, wishes, means: null });
      const [plan, ...published] = compared;
      return {
        plan: plan?.disclosure ?? null,
        problem: plan?.problem ?? null,
        leastCents: plan?.leastCents ?? null,
        published: published.flatMap(each => each.disclosure ?? []),
      };
    },
    enabled: wish !== undefined && asked !== undefined,
    placeholderData: keepPreviousData,
  });
}
