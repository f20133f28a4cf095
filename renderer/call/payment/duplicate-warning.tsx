import { Checkbox } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { brandName } from '#shared/cards/brands.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { showMoment } from '../../parts/show-time.ts';
import classes from './duplicate-warning.module.css';
import type { PayForm } from './pay-form.ts';
import type { ChangeForm } from './use-pay-form.ts';
import type { EnteredPayment } from './what-is-missing.ts';

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
  const { t } = useTranslation(['payment', 'problems']);
  const { repeats, duplicate, amountCents } = payment;
  if (!repeats || amountCents === undefined) return null;
  return (
    <div role="alert" className={classes.warning}>
      <IconCopy size={16} aria-hidden="true" className={classes.sign} />
      <div>
        <p>
          {duplicate
            ? t('duplicate', {
                amount: showMoney(amountCents),
                method: t('cardEnding', {
                  brand: brandName[duplicate.method.brand],
                  last4: duplicate.method.last4,
                }),
                time: showMoment(duplicate.takenAt),
              })
            : t('problems:duplicate_suspected')}
        </p>
        <Checkbox
          size="xs"
          className={classes.again}
          label={t('duplicateAcknowledge')}
          checked={form.againCents === amountCents}
          onChange={event =>
            change({ againCents: event.currentTarget.checked ? amountCents : null })
          }
        />
      </div>
    </div>
  );
}
