import type { PlanPart } from '#shared/plans/spoken-terms.ts';
import type { Language } from '#shared/words/words.ts';
import { useKept } from '../../desk/kept.ts';

/** What was read of an offer, and the id under which it becomes a plan: asking again makes no second one. */
interface HeardOffer {
  readonly offerId: string;
  readonly planId: string;
  readonly parts: readonly PlanPart[];
}

export interface BuilderForm {
  /** Null as long as it is what the screening says. */
  readonly income: string | null;
  readonly expenses: string | null;
  readonly pace: 'afford' | 'payment' | 'months';
  readonly payment: string;
  readonly months: string;
  readonly day: string;
  /** Nothing is affordable, and they want a plan all the same. */
  readonly passed: boolean;
  /** The offer that is gone on with; null while the plan is built. */
  readonly offerId: string | null;
  readonly heard: HeardOffer | null;
  readonly recording: string;
  readonly agreesAbove: boolean;
  /** Null until somebody chose: then the guarantor's own. */
  readonly language: Language | null;
}

const empty: BuilderForm = {
  income: null,
  expenses: null,
  pace: 'afford',
  payment: '',
  months: '24',
  day: '',
  passed: false,
  offerId: null,
  heard: null,
  recording: '',
  agreesAbove: false,
  language: null,
};

export type ChangeBuilder = (change: Partial<BuilderForm>) => void;

/** What was entered so far in a case; kept through a lock and while another case is open. */
export function useBuilder(caseId: string): [BuilderForm, ChangeBuilder] {
  const [form, keep] = useKept<BuilderForm>(`case:${caseId}:plan`, empty);
  return [form, change => keep({ ...form, ...change })];
}
