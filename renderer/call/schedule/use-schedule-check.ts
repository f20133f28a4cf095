import { useTranslation } from 'react-i18next';
import { type AuthorisationElement, missingElement } from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { useAway } from '../../desk/use-away.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { useAmountFault } from '../kept/kept-amount.tsx';
import { readWireAmount } from '../kept/read-kept-amount.ts';
import { capturedOn } from './captured-on.ts';
import { type FormFault, readTerms } from './read-terms.ts';
import type { ScheduleForm } from './use-schedule-form.ts';

const ofTheDay: readonly FormFault[] = [
  'day_missing',
  'not_in_future',
  'banks_closed',
  'too_soon_for_debit',
  'beyond_a_year',
];

function useFaultWords(): (fault: FormFault) => string {
  const { t } = useTranslation(['schedule', 'kept']);
  return fault => {
    if (fault === 'day_missing') return t('kept:dayMissing');
    if (fault === 'count_missing') return t('countMissing');
    if (fault === 'last_missing') return t('lastMissing');
    return t(`faults.${fault}`);
  };
}

/** How much each time, at most with autopay, the first of a plan, and what is wrong with it. */
function useAmount(form: ScheduleForm, known: KnownBalance) {
  const { t } = useTranslation('payment');
  const amount = readWireAmount(form, known);
  const fixed = useAmountFault(form, amount);
  const [instalment] = form.plan?.instalments ?? [];
  if (form.kind === 'plan' && instalment) {
    return { amount, amountCents: instalment.amountCents, amountFault: undefined };
  }
  if (form.kind !== 'autopay') return { amount, ...fixed };
  const cap = parseAmount(form.cap);
  return cap.ok
    ? { amount, amountCents: cap.amountCents, amountFault: undefined }
    : { amount, amountCents: undefined, amountFault: t(`faults.${cap.fault}`) };
}

interface Entered {
  readonly call: OpenCall;
  readonly known: KnownBalance;
  readonly authorisations: readonly Authorisation[];
  readonly form: ScheduleForm;
}

/** What the form says so far: its terms and method once they are there, who said yes to what, the first fault. */
export function useScheduleCheck({ call, known, authorisations, form }: Entered) {
  const { t } = useTranslation('schedule');
  const { language } = useSpoken();
  const away = useAway();
  const sayFault = useFaultWords();
  const { amount, amountCents, amountFault } = useAmount(form, known);
  const changed = authorisations.find(each => each.authorisationId === form.authorisationId);
  const stored = authorisations.find(each => each.methodId === form.methodId);
  const method = (form.changing ? changed?.method : stored?.method) ?? capturedOn(call);
  const paidBy = method?.kind ?? 'card';
  const read =
    amountCents === undefined
      ? undefined
      : readTerms(form, amountCents, amount.ledger, paidBy, known.today);
  const { terms, fault: termsFault } = read ?? {};
  const asked = JSON.stringify([terms, method, language]);
  const acknowledged = form.agreedTo === asked ? form.acknowledged : [];
  const missing = terms && missingElement(terms, paidBy, acknowledged);
  const said = termsFault && sayFault(termsFault);
  const isOfTheDay = termsFault !== undefined && ofTheDay.includes(termsFault);
  return {
    amount,
    amountFault,
    dayFault: isOfTheDay ? said : undefined,
    endFault: isOfTheDay ? undefined : said,
    method,
    terms,
    acknowledged,
    /** The form with one more yes. */
    agreeTo: (element: AuthorisationElement): Partial<ScheduleForm> => ({
      agreedTo: asked,
      acknowledged: [...acknowledged, element],
    }),
    fault:
      (away ? t('away') : undefined) ??
      amountFault ??
      said ??
      (method ? undefined : t('methodMissing')) ??
      (missing && t('elementMissing', { element: t(`element.${paidBy}.${missing}`) })),
  };
}
