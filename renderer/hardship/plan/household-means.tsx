import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { PlanGround } from '#shared/contract/hardship-plans.ts';
import { Field } from '../../parts/field.tsx';
import classes from './builder.module.css';
import type { ReadMeans } from './read-means.ts';
import type { ChangeBuilder } from './use-builder.ts';

/** Income and essential expenses of a month: the screening's, until something else is typed. */
export function HouseholdMeans({
  read,
  ground: { screened, today },
  change,
}: {
  read: ReadMeans;
  ground: PlanGround;
  change: ChangeBuilder;
}) {
  const { t } = useTranslation('planBuilder');
  const [left, setLeft] = useState<readonly string[]>([]);
  const from = screened
    ? t(read.isScreened ? 'screened' : 'changedMeans', { date: sayDate('en', screened.on, today) })
    : t('notScreened');
  return (
    <section aria-labelledby="plan-household">
      <h3 id="plan-household" className={classes.title}>
        {t('household')}
      </h3>
      <p className={classes.small}>{from}</p>
      <div className={classes.pair}>
        {(['income', 'expenses'] as const).map(box => {
          const { typed, fault } = read[box];
          return (
            <Field
              key={box}
              label={t(box)}
              leftSection="$"
              inputMode="decimal"
              value={typed}
              {...(box === 'expenses' && { description: t('expensesHint') })}
              error={left.includes(box) && fault ? t(fault) : undefined}
              onBlur={() => setLeft([...left, box])}
              onChange={event => change({ [box]: event.currentTarget.value })}
            />
          );
        })}
      </div>
    </section>
  );
}
