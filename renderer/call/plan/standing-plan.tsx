import { IconCalendarCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { instalmentStandings } from '#shared/plans/instalment-standings.ts';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import { PlanChanges } from '../../plans/plan-changes.tsx';
import type { KnownBalance } from '../balance/use-balance.ts';
import type { Panel } from '../kept/panels.ts';
import result from '../payment/result/result.module.css';
import { AutopayOfPlan } from './autopay-of-plan.tsx';
import { BesidePlan } from './beside-plan.tsx';
import { Instalments } from './instalments.tsx';
import classes from './plan.module.css';
import { SaveDisclosure } from './save-disclosure.tsx';
import { TakeInstalment } from './take-instalment.tsx';
import { isToBePaidOff, TakePayoff } from './take-payoff.tsx';
import { useAgreedNow, useSecondPlan } from './use-agree.ts';
import { useReadAgain } from './use-plans.ts';

/** What is told of a plan that was agreed just now, or that was found to stand already. */
function useTold(call: OpenCall, plan: AgreedPlan, today: CalendarDate): string | undefined {
  const { say, language } = useSpoken();
  const [agreed] = useAgreedNow(call.callId);
  const [second] = useSecondPlan(call.callId);
  const next = instalmentStandings(plan, today).find(each => each.openCents > 0);
  if (!next) return undefined;
  const { dueOn, openCents, standing } = next;
  const values = { amount: showMoney(openCents), date: sayDate(language, dueOn, today) };
  const words = agreed === plan.planId ? 'agreed' : 'stands';
  const told = say(`plan.${words}.${standing === 'to_come' ? 'next' : 'due'}`, values);
  return second ? `${say('plan.second')} ${told}` : told;
}

/** A plan as it stands: what comes next, what can be done for it, and every payment of it. */
export function StandingPlan({
  call,
  known: { today, balance },
  plan,
  onOpen,
}: {
  call: OpenCall;
  known: KnownBalance;
  plan: AgreedPlan;
  onOpen: (panel: Panel) => void;
}) {
  const { t } = useTranslation(['plan', 'kept']);
  const [agreed] = useAgreedNow(call.callId);
  const { disclosure, standing } = plan;
  const isNew = agreed === plan.planId;
  const told = useTold(call, plan, today);
  const instalments = instalmentStandings(plan, today);
  const coming = instalments.find(each => each.standing === 'to_come');
  const dueCents = standing.pastDueCents;
  const payoff = isToBePaidOff(plan, today);
  const readAgain = useReadAgain(call);
  const missed = instalments.some(each => each.standing === 'missed');
  const title = t(isNew ? 'agreed' : 'stands');
  // The form before it may have been scrolled down to its end.
  useEffect(() => document.getElementById('pay')?.scrollTo(0, 0), []);
  return (
    <section aria-label={title}>
      <header
        tabIndex={-1}
        className={result.head}
        data-tone="done"
        {...(dueCents === 0 && !payoff && { 'data-focus-first': true })}
      >
        <span className={result.sign} aria-hidden="true">
          <IconCalendarCheck size={24} />
        </span>
        <h3 className={result.title}>{title}</h3>
      </header>
      <p className={classes.figures}>
        {t('figures', {
          amount: showMoney(plan.levelCents),
          count: disclosure.payments.length,
        })}
      </p>
      {dueCents > 0 && <p>{t(missed ? 'pastDue' : 'dueToday', { amount: showMoney(dueCents) })}</p>}
      {coming && (
        <p>
          {t('next', {
            amount: showMoney(coming.amountCents),
            date: sayDate('en', coming.dueOn, today),
          })}
        </p>
      )}
      <p className={classes.aside}>
        {standing.payoffCents > 0
          ? t('left', { amount: showMoney(standing.payoffCents) })
          : t('lastPaid')}
      </p>
      <BesidePlan plan={plan} className={classes.aside} />
      {told && (
        <div className={result.part}>
          <h4 className={result.label}>{t('kept:say')}</h4>
          <SpokenWords>{told}</SpokenWords>
        </div>
      )}
      {payoff && <TakePayoff call={call} plan={plan} balance={balance} onOpen={onOpen} />}
      {!payoff && <TakeInstalment call={call} plan={plan} balance={balance} onOpen={onOpen} />}
      <Instalments instalments={instalments} today={today} />
      <PlanChanges about={{ caseId: null, today }} plan={plan} onChanged={readAgain} />
      {coming && <AutopayOfPlan call={call} plan={plan} today={today} onOpen={onOpen} />}
      <SaveDisclosure offerId={plan.acceptance.offerId} />
    </section>
  );
}
