import { Checkbox } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { isOpen } from '#shared/payments/states.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { showMoment } from '../../parts/show-time.ts';
import classes from './duplicate-warning.module.css';
import type { PayForm } from './pay-form.ts';
import type { ChangeForm } from './use-pay-form.ts';
import type { EnteredPayment } from './what-is-missing.ts';

const AGAIN_KEY = 'Ctrl+Y';

/** The same amount within 24 hours: the caller must say that they want to pay it again. */
export function DuplicateWarning({
  payment,
  form,
  change,
}: {
  payment: EnteredPayment;
  form: PayForm;
  change: ChangeForm;
}) {
  const { t, i18n } = useTranslation(['payment', 'problems']);
  const { repeats, duplicate, amountCents } = payment;
  const warned = repeats && amountCents !== undefined;
  const again = form.againCents === amountCents;
  const answer = () => {
    if (amountCents !== undefined) change({ againCents: again ? null : amountCents });
  };
  useKeys(warned ? { [AGAIN_KEY]: { does: t('duplicateAcknowledge'), run: answer } } : {});
  if (!warned) return null;
  return (
    <div role="alert" className={classes.warning}>
      <IconCopy size={16} aria-hidden="true" className={classes.sign} />
      <div>
        <p>
          {duplicate
            ? t(isOpen(duplicate.state) ? 'duplicateOpen' : 'duplicate', {
                amount: showMoney(amountCents),
                method: nameMethod(i18n, duplicate.method),
                time: showMoment(duplicate.takenAt),
              })
            : t('problems:duplicate_suspected')}
        </p>
        <div className={classes.again}>
          <Checkbox
            size="xs"
            label={t('duplicateAcknowledge')}
            checked={again}
            aria-keyshortcuts={AGAIN_KEY}
            onChange={answer}
          />
          <Keycap name={AGAIN_KEY} />
        </div>
      </div>
    </div>
  );
}
