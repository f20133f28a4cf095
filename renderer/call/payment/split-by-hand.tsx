import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import type { PayForm } from './pay-form.ts';
import type { ReadSplit } from './read-split.ts';
import classes from './split.module.css';
import { SplitBox } from './split-box.tsx';
import type { ChangeForm } from './use-pay-form.ts';

/** A box for each open line, and whether the parts add up to the amount. */
export function SplitByHand({
  form,
  change,
  split,
  today,
}: {
  form: PayForm;
  change: ChangeForm;
  split: ReadSplit;
  today: CalendarDate;
}) {
  const { t } = useTranslation('payment');
  const { parts, sumCents, restCents } = split;
  const rest = showMoney(restCents).replace('−', '');
  return (
    <>
      <ul className={classes.boxes}>
        {parts.map(part => (
          <SplitBox
            key={part.charge.chargeId}
            part={part}
            today={today}
            onType={text => change({ parts: { ...form.parts, [part.charge.chargeId]: text } })}
          />
        ))}
      </ul>
      <p className={classes.sum} role="status" data-fine={restCents === 0}>
        <span>{t('splitSum')}</span>
        <MoneyText amount={sumCents} />
        <strong>
          {restCents === 0 && t('splitMatches')}
          {restCents > 0 && t('splitMissing', { amount: rest })}
          {restCents < 0 && t('splitTooMuch', { amount: rest })}
        </strong>
      </p>
    </>
  );
}
