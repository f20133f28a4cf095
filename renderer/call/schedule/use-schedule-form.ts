import type { AuthorisationElement } from '#shared/authorisations/agreement.ts';
import type {
  AuthorisationTerms,
  Frequency,
  PlanAutopayTerms,
} from '#shared/authorisations/terms.ts';
import { useKept } from '../../desk/kept.ts';
import type { AmountForm } from '../kept/read-kept-amount.ts';

export interface ScheduleForm extends AmountForm {
  /** Under which it is made, so that asking again makes no second one. */
  readonly authorisationId: string;
  /** It stands already, and is to have other terms. */
  readonly changing: boolean;
  readonly kind: AuthorisationTerms['kind'];
  /** The instalments of a plan, where its autopay is set up. */
  readonly plan: PlanAutopayTerms | null;
  readonly cap: string;
  readonly day: string;
  readonly frequency: Frequency;
  readonly endsBy: 'count' | 'date';
  readonly count: string;
  readonly lastOn: string;
  /** A method that is kept already; null for what was taken on this call. */
  readonly methodId: string | null;
  /** The elements that were agreed to, and to what: other terms begin anew. */
  readonly agreedTo: string;
  readonly acknowledged: readonly AuthorisationElement[];
}

const emptyForm = (): ScheduleForm => ({
  authorisationId: crypto.randomUUID(),
  changing: false,
  ledger: null,
  choice: null,
  typed: '',
  kind: 'once',
  plan: null,
  cap: '',
  day: '',
  frequency: 'monthly',
  endsBy: 'count',
  count: '6',
  lastOn: '',
  methodId: null,
  agreedTo: '',
  acknowledged: [],
});

const first = emptyForm();

/** What was entered so far; kept through a lock and while another panel is open. */
export function useScheduleForm(
  callId: string,
): [ScheduleForm, (change: Partial<ScheduleForm>) => void, () => void] {
  const [kept, keep] = useKept<ScheduleForm | null>(`${callId}:form:schedule`, null);
  const form = kept ?? first;
  return [form, change => keep({ ...(kept ?? emptyForm()), ...change }), () => keep(emptyForm())];
}
