import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { onOrAfterBankDay } from '#shared/authorisations/schedule.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { amountText } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { Panel } from '../kept/panels.ts';
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
  const { t } = useTranslation('plan');
  const [, change] = useScheduleForm(call.callId);
  const coming = plan.standing.dueDates.filter(dueOn => dueOn > today);
  function setUp() {
    const [first] = coming;
    if (!first) return;
    change({
      kind: coming.length > 1 ? 'series' : 'once',
      ledger: 'medical',
      choice: 'other',
      typed: amountText(plan.levelCents),
      day: onOrAfterBankDay(first),
      frequency: 'monthly',
      endsBy: 'count',
      count: String(coming.length),
    });
    onOpen('schedule');
  }
  return (
    <section aria-label={t('autopay')} className={classes.part}>
      <h3 className={classes.title}>{t('autopay')}</h3>
      <p className={classes.aside}>{t('autopayNote')}</p>
      <Button size="compact-sm" variant="default" onClick={setUp}>
        {t('autopaySet')}
      </Button>
    </section>
  );
}
