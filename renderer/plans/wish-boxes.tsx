import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { organization } from '#shared/organization/profile.ts';
import { PauseReason, type PlanChangeKind } from '#shared/plans/change.ts';
import { Field } from '../parts/field.tsx';
import classes from './plan-changes.module.css';
import type { WishForm } from './use-wish.ts';

interface Boxes {
  readonly form: WishForm;
  readonly change: (change: Partial<WishForm>) => void;
}

interface Where {
  readonly inCase: boolean;
  /** What is open beside the plan and can be added to it. */
  readonly besideCents: Cents;
}

function PauseBoxes({ form, change }: Boxes) {
  const { t } = useTranslation('planChanges');
  const months = Array.from({ length: organization.plans.pauseMonthsAtMost }, (_, at) => at + 1);
  return (
    <div className={classes.boxes}>
      <div>
        <span className={classes.label}>{t('pauseMonths')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('pauseMonths')}
          value={String(form.pause)}
          onChange={value => change({ pause: Number(value) })}
          data={months.map(String)}
        />
      </div>
      <NativeSelect
        size="xs"
        label={t('reason')}
        value={form.reason}
        onChange={event => change({ reason: PauseReason.parse(event.currentTarget.value) })}
        data={PauseReason.options.map(value => ({ value, label: t(`reasons.${value}`) }))}
      />
    </div>
  );
}

function TermBoxes({ form, change, inCase, besideCents }: Boxes & Where) {
  const { t } = useTranslation('planChanges');
  const isMonths = form.by === 'months';
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('pace')}
        value={form.by}
        onChange={value => change({ by: value === 'months' ? 'months' : 'payment' })}
        data={(['months', 'payment'] as const).map(value => ({ value, label: t(`by.${value}`) }))}
      />
      <Field
        autoFocus
        label={t(isMonths ? 'months' : 'payment')}
        value={isMonths ? form.months : form.payment}
        leftSection={isMonths ? undefined : '$'}
        inputMode={isMonths ? 'numeric' : 'decimal'}
        onFocus={event => event.currentTarget.select()}
        onChange={event => {
          const typed = event.currentTarget.value;
          change(isMonths ? { months: typed } : { payment: typed });
        }}
      />
      {besideCents > 0 && (
        <Checkbox
          size="xs"
          label={t('adds', { amount: showMoney(besideCents) })}
          checked={form.adds}
          onChange={event => change({ adds: event.currentTarget.checked })}
        />
      )}
      {inCase && (
        <Checkbox
          size="xs"
          label={t('hardship')}
          checked={form.isHardship}
          onChange={event => change({ isHardship: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** What has to be known of a change before it is reckoned. */
export function WishBoxes({
  kind,
  inCase,
  besideCents,
  ...boxes
}: Boxes & Where & { kind: PlanChangeKind }) {
  if (kind === 'recast') return <TermBoxes {...boxes} inCase={inCase} besideCents={besideCents} />;
  return kind === 'pause' ? <PauseBoxes {...boxes} /> : null;
}
