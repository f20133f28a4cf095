import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Panel } from '../kept/panels.ts';
import { useAuthorisations } from '../schedule/use-authorisations.ts';
import { useScheduleForm } from '../schedule/use-schedule-form.ts';
import classes from './plan.module.css';

/** Payments by themselves, apart from the plan, which stands without them (12 CFR 1005.10(e)). */
export function AutopayOfPlan({
  call,
  plan,
  today,
  onOpen,
}: {
  call: OpenCall;
  plan: AgreedPlan;
  today: CalendarDate;
  onOpen: (panel: Panel) => void;
}) {
  const { t, i18n } = useTranslation('plan');
  const [, change] = useScheduleForm(call.callId);
  const { data } = useAuthorisations(call);
  const stands = data?.authorisations.find(
    ({ terms, state }) => terms.kind === 'plan' && state === 'active',
  );
  const { coming } = plan.standing;
  function setUp() {
    const ofPlan = { kind: 'plan', ledger: 'medical', planId: plan.planId } as const;
    change({ kind: 'plan', changing: false, plan: { ...ofPlan, instalments: coming } });
    onOpen('schedule');
  }
  return (
    <section aria-label={t('autopay')} className={classes.part}>
      <h3 className={classes.title}>{t('autopay')}</h3>
      {stands ? (
        <>
          <p>{t('autopayStands', { method: nameMethod(i18n, stands.method) })}</p>
          {stands.next && (
            <p className={classes.aside}>
              {t('autopayNext', {
                amount: showMoney(stands.next.amountCents),
                date: sayDate('en', stands.next.payOn, today),
              })}
            </p>
          )}
        </>
      ) : (
        <p className={classes.aside}>{t('autopayNote')}</p>
      )}
      <Button
        size="compact-sm"
        variant="default"
        onClick={stands ? () => onOpen('schedule') : setUp}
      >
        {t(stands ? 'autopayShow' : 'autopaySet')}
      </Button>
    </section>
  );
}
