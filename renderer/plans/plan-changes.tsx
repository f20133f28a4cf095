import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanChangeKind } from '#shared/plans/change.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { ChangeForm } from './change-form.tsx';
import classes from './plan-changes.module.css';

/** Where a plan is changed: in a counselor's case, or, without one, on the call that is open. */
export interface ChangePlace {
  readonly caseId: string | null;
  /** The date in the guarantor's region. */
  readonly today: CalendarDate;
}

const keyOf = (index: number) => `Alt+${index + 1}`;

/** What may be done with a plan that stands: a plan that rests is resumed, any other may rest. */
function kindsFor({ restsUntil }: AgreedPlan): readonly PlanChangeKind[] {
  return ['recast', restsUntil ? 'resume' : 'pause', 'pay_off', 'cancel'];
}

/** What threatens a plan that stands, and whether it rests. */
function Notes({ plan, today }: { plan: AgreedPlan; today: CalendarDate }) {
  const { t } = useTranslation('planChanges');
  const day = (date: CalendarDate) => sayDate('en', date, today);
  return (
    <>
      {plan.restsUntil && (
        <p className={classes.note}>
          <IconPlayerPause size={16} aria-hidden="true" />
          {t('rests', { date: day(plan.restsUntil) })}
        </p>
      )}
      {plan.notice && (
        <p className={classes.note} data-tone="warn">
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t('notice', {
            amount: showMoney(plan.notice.amountCents),
            date: day(plan.notice.payBy),
          })}
        </p>
      )}
    </>
  );
}

/**
 * The changes of a plan that stands: each is explained from what to what, read aloud, and agreed to. `onChanged` gets
 * the plan that stands then, or the one that ended.
 */
export function PlanChanges({
  about,
  plan,
  onChanged,
}: {
  about: ChangePlace;
  plan: AgreedPlan;
  onChanged: (plan: AgreedPlan, kind: PlanChangeKind) => void;
}) {
  const { t } = useTranslation('planChanges');
  const [chosen, setChosen] = useState<PlanChangeKind | null>(null);
  const kinds = kindsFor(plan);
  useKeys(
    Object.fromEntries(
      kinds.map((kind, index) => [
        keyOf(index),
        { does: t(`kinds.${kind}`), run: () => setChosen(kind), shown: 'help' as const },
      ]),
    ),
  );
  if (plan.state !== 'active') return null;
  return (
    <section aria-label={t('title')} className={classes.part}>
      <h3 className={classes.title}>{t('title')}</h3>
      <Notes plan={plan} today={about.today} />
      <div className={classes.actions}>
        {kinds.map((kind, index) => (
          <Button
            key={kind}
            size="compact-sm"
            variant={kind === chosen ? 'light' : 'default'}
            aria-pressed={kind === chosen}
            aria-keyshortcuts={keyOf(index)}
            rightSection={<Keycap name={keyOf(index)} />}
            onClick={() => setChosen(kind)}
          >
            {t(`kinds.${kind}`)}
          </Button>
        ))}
      </div>
      {chosen && kinds.includes(chosen) && (
        <ChangeForm
          key={`${chosen}:${plan.planId}`}
          about={about}
          plan={plan}
          kind={chosen}
          onBack={() => setChosen(null)}
          onChanged={made => {
            setChosen(null);
            onChanged(made, chosen);
          }}
        />
      )}
    </section>
  );
}
