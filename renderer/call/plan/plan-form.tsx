import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import { planFault } from '#shared/plans/policy.ts';
import { planParts } from '#shared/plans/spoken-terms.ts';
import { announce } from '../../parts/announce.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { SpokenText } from '../../parts/spoken-words.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { KeptForm } from '../kept/kept-form.tsx';
import { CompareTerms } from './compare-terms.tsx';
import { CopyOnCall } from './copy-on-call.tsx';
import { DisclosureBox } from './disclosure-box.tsx';
import { FirstPayment } from './first-payment.tsx';
import { OtherTerms } from './other-terms.tsx';
import classes from './plan.module.css';
import { ReadPlan } from './read-plan.tsx';
import { useAgree } from './use-agree.ts';
import { useExceptions } from './use-exceptions.ts';
import { useOffers } from './use-offers.ts';
import type { PlanForm as Form } from './use-plan-form.ts';
import { UsingTerms } from './using-terms.tsx';
import { WhatIsForbidden } from './what-is-forbidden.tsx';

/** Which day is meant does not depend on the pace. */
const anyPace = { by: 'months', months: 6 } as const;

/** From the first day to the yes: the terms side by side, the disclosure, its copy, and the words to read. */
export function PlanForm({
  call,
  known,
  form,
  change,
  last,
}: {
  call: OpenCall;
  known: KnownBalance;
  form: Form;
  change: (change: Partial<Form>) => void;
  /** The plan that has ended. */
  last: AgreedPlan | undefined;
}) {
  const { t } = useTranslation(['plan', 'problems', 'kept']);
  const { say, language } = useSpoken();
  const [tried, setTried] = useState(false);
  const { today, balance } = known;
  const exceptions = useExceptions(call, today);
  const allowed = exceptions.allowed.find(each => each.approvalId === form.exceptionId);
  const chosenDay = form.first === 'today' ? today : CalendarDate.safeParse(form.day).data;
  const day = allowed ? allowed.terms.wish.firstDueOn : chosenDay;
  const hardship = day && { kind: 'hardship' as const, pace: anyPace, firstDueOn: day };
  const wrong = hardship && !allowed ? planFault(hardship, today) : undefined;
  const dayFault = day ? wrong && t(`problems:plan_${wrong}`) : t('kept:dayMissing');
  const { plans, chosen, offer, isPending, keep, ...reckoned } = useOffers(
    call,
    known,
    dayFault ? undefined : day,
    form,
    allowed,
  );
  const heard = form.heard?.offerId === offer?.offerId ? form.heard : null;
  const next = planParts.find(part => !heard?.parts.includes(part));
  const agree = useAgree(call, { form, change });
  const needs = !offer ? 'offer' : !offer.copy ? 'copy' : next;
  const fault = dayFault ?? (needs && t(`needs.${needs}`));
  const { error } = agree;

  function hear() {
    if (!offer || !next) return;
    if (!offer.copy) return announce(t('needs.copy'));
    const { planId, parts } = heard ?? { planId: crypto.randomUUID(), parts: [] };
    change({ heard: { offerId: offer.offerId, planId, parts: [...parts, next] } });
  }

  return (
    <>
      <KeptForm
        does={t('submit')}
        fault={fault}
        busy={agree.isPending}
        closed={fault !== undefined}
        refused={null}
        onFault={() => setTried(true)}
        onSubmit={() => heard && agree.send({ ...heard, language })}
      >
        {last && <p className={classes.aside}>{t('ended', { state: t(`state.${last.state}`) })}</p>}
        {allowed ? (
          <UsingTerms
            allowed={allowed}
            today={today}
            onBack={() => change({ exceptionId: null, heard: null })}
          />
        ) : (
          <FirstPayment
            form={form}
            change={change}
            today={today}
            fault={form.first === 'date' && (tried || form.day) ? dayFault : undefined}
          />
        )}
        <CompareTerms
          plans={plans}
          months={chosen?.months}
          busy={isPending}
          onChoose={next => change({ months: next })}
        />
        <RefusedNote refused={reckoned.error} />
        <WhatIsForbidden
          region={balance.guarantor.region}
          today={today}
          pendingCents={chosen?.disclosure?.pendingInsuranceCents}
          isPublished={!allowed}
        />
        {offer && (
          <>
            <DisclosureBox disclosure={offer.disclosure} language={language} />
            <CopyOnCall offer={offer} onNoted={keep} />
            <ReadPlan
              offer={offer}
              heard={heard?.parts ?? []}
              next={next}
              language={language}
              choice={<LanguageSwitch />}
              onHear={hear}
            />
          </>
        )}
        <RefusedNote refused={error}>
          {error?.reason === 'plan_balance_changed' && (
            <SpokenText>{say('plan.changed')}</SpokenText>
          )}
        </RefusedNote>
        <p className={classes.needs}>{dayFault ? undefined : fault}</p>
      </KeptForm>
      {!allowed && (
        <OtherTerms
          exceptions={exceptions}
          today={today}
          onUse={({ approvalId }) => change({ exceptionId: approvalId, heard: null })}
        />
      )}
    </>
  );
}
