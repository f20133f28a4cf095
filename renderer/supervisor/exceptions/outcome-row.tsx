import { IconCircleCheck, IconClockHour4, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { UnknownOutcome } from '#shared/contract/exceptions.ts';
import { isOpen } from '#shared/payments/states.ts';
import { useNow } from '../../desk/use-now.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { ageOf } from '../../parts/show-time.ts';
import { knownAs } from './known-as.ts';
import classes from './outcome-list.module.css';

/** One payment in the list: how much, whose, by which card, and for how long nobody has known. */
export function OutcomeRow({ outcome }: { outcome: UnknownOutcome }) {
  const { t, i18n } = useTranslation('exceptions');
  const now = useNow(15_000);
  const { amountCents, guarantorName, method, takenByName, state, takenAt, override } = outcome;
  const { unit, count } = ageOf(takenAt, now);
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>
        <MoneyText amount={amountCents} />
      </span>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.age}>
        {isOpen(state) ? (
          <>
            <IconClockHour4 size={14} aria-hidden="true" />
            {t(`open.${unit}`, { count })}
          </>
        ) : (
          <>
            <IconCircleCheck size={14} aria-hidden="true" />
            {t(`since.${knownAs(state)}`)}
          </>
        )}
      </span>
      <span className={classes.about}>
        {nameMethod(i18n, method)}
        {' · '}
        {t('takenBy', { name: takenByName })}
      </span>
      {override && (
        <span className={classes.override}>
          <IconUserCheck size={14} aria-hidden="true" />
          {t('overridden')}
        </span>
      )}
    </span>
  );
}
