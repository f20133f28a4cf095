import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/billing/approval.ts';
import { useNow } from '../../desk/use-now.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { ageOf } from '../../parts/show-time.ts';
import list from '../exceptions/outcome-list.module.css';
import classes from './approvals.module.css';

/** Ages are told in minutes. */
const AGE_EVERY_MS = 30_000;

/** One request in the queue: how old, how much, what, whose, and who asked why. */
export function ApprovalRow({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const { kind, amountCents, guarantorName, guarantorId, askedAt, askedByName, reason } = approval;
  const { unit, count } = ageOf(askedAt, useNow(AGE_EVERY_MS));
  return (
    <span className={classes.cells}>
      <span className={classes.age} data-old={unit === 'days' || undefined}>
        {t(`age.${unit}`, { count })}
      </span>
      <span className={list.amount}>
        <MoneyText amount={amountCents} />
      </span>
      <span className={list.who}>{guarantorName}</span>
      <span className={classes.kind}>{t(`kind.${kind}`)}</span>
      <span className={classes.about}>{t('asked', { name: askedByName, reason })}</span>
      <span className={classes.id}>{guarantorId}</span>
    </span>
  );
}
