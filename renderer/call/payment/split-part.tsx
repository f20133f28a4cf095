import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { useKeys } from '../../parts/keys.ts';
import type { PayForm } from './pay-form.ts';
import type { ReadAmount } from './read-amount.ts';
import { partsOldestFirst, type ReadSplit } from './read-split.ts';
import classes from './split.module.css';
import { SplitByHand } from './split-by-hand.tsx';
import { SplitLines } from './split-lines.tsx';
import type { ChangeForm } from './use-pay-form.ts';

const SPLIT_KEY = 'Ctrl+H';

interface SplitPartProps {
  readonly form: PayForm;
  readonly change: ChangeForm;
  readonly amount: ReadAmount;
  readonly split: ReadSplit;
  readonly today: CalendarDate;
}

/** Over which lines the amount goes: the oldest first, or as the caller wants it. */
export function SplitPart({ form, change, amount, split, today }: SplitPartProps) {
  const { t } = useTranslation('payment');
  const byHand = form.split === 'by_hand';
  const { amountCents, charges } = amount;

  function splitBy(rule: PayForm['split']) {
    const parts = amountCents === undefined ? {} : partsOldestFirst(amountCents, charges);
    change({ split: rule, parts: rule === 'by_hand' ? parts : {} });
  }
  useKeys({
    [SPLIT_KEY]: {
      does: t('splitBy', { rule: t(byHand ? 'splits.oldest_first' : 'splits.by_hand') }),
      run: () => splitBy(byHand ? 'oldest_first' : 'by_hand'),
      shown: 'help',
    },
  });

  return (
    <section aria-labelledby="split-title" className={classes.split}>
      <div className={classes.head}>
        <h3 id="split-title" className={classes.title}>
          {t('split')}
        </h3>
        <SegmentedControl
          size="xs"
          aria-label={t('split')}
          value={form.split}
          onChange={value => splitBy(value === 'by_hand' ? 'by_hand' : 'oldest_first')}
          data={[
            { value: 'oldest_first', label: t('splits.oldest_first') },
            { value: 'by_hand', label: t('splits.by_hand') },
          ]}
        />
      </div>
      {byHand ? (
        <SplitByHand form={form} change={change} split={split} today={today} />
      ) : (
        <div className={classes.reserved}>
          <SplitLines split={split} today={today} />
        </div>
      )}
    </section>
  );
}
