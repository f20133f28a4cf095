import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import type { Cents } from '#shared/money/cents.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import classes from '../exceptions/outcome-list.module.css';

/** One line of what waits: how much, whose, and below it what it is about. */
export function DecidedRow({
  amountCents,
  guarantorName,
  guarantorId,
  children,
}: {
  amountCents: Cents;
  guarantorName: string;
  guarantorId: GuarantorId;
  children: ReactNode;
}) {
  const { t } = useTranslation('exceptions');
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>
        <MoneyText amount={amountCents} />
      </span>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.id}>{t('guarantor', { id: guarantorId })}</span>
      <span className={classes.about}>{children}</span>
    </span>
  );
}
