import type { PlanPart } from '#shared/plans/spoken-terms.ts';
import { useKept } from '../../desk/kept.ts';

/** What was read of which offer, and the id under which it becomes a plan: asking again makes no second one. */
export interface HeardPlan {
  readonly offerId: string;
  readonly planId: string;
  readonly parts: readonly PlanPart[];
}

export interface PlanForm {
  readonly first: 'today' | 'date';
  readonly day: string;
  /** Null until somebody chose: then the shortest term. */
  readonly months: number | null;
  /** Terms that a supervisor allowed instead of the published ones. */
  readonly exceptionId: string | null;
  readonly heard: HeardPlan | null;
  /** The screening was offered, and the caller wants a plan all the same. */
  readonly screeningPassed: boolean;
  /** How often the plans had to be reckoned anew. */
  readonly round: number;
}

const empty: PlanForm = {
  first: 'today',
  day: '',
  months: null,
  exceptionId: null,
  heard: null,
  screeningPassed: false,
  round: 0,
};

/** What was entered so far; kept through a lock and while another panel is open. */
export function usePlanForm(callId: string): [PlanForm, (change: Partial<PlanForm>) => void] {
  const [form, keep] = useKept<PlanForm>(`${callId}:form:plan`, empty);
  return [form, change => keep({ ...form, ...change })];
}
