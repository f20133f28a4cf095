import { IconCircleCheck, IconClockHour4, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExceptionCase } from '#shared/contract/exception-queue.ts';
import { sayException } from '#shared/exceptions/say-exception.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import classes from './outcome-list.module.css';
import { useAge } from './use-age.ts';

/** One exception in the queue: what, of whom, how much, how old, and who has it. */
export function QueueRow({ exception }: { exception: ExceptionCase }) {
  const { t, i18n } = useTranslation('exceptions');
  const age = useAge(exception);
  const { amountCents, guarantorName, owner, resolved } = exception;
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>{amountCents && <MoneyText amount={amountCents} />}</span>
      <span className={classes.who}>{sayException(i18n, exception)}</span>
      <span className={classes.age} data-over={resolved ? true : undefined}>
        {resolved ? (
          <IconCircleCheck size={14} aria-hidden="true" />
        ) : (
          <IconClockHour4 size={14} aria-hidden="true" />
        )}
        {resolved ? t(`ends.${resolved.why}`) : age}
      </span>
      <span className={classes.about}>{guarantorName}</span>
      {!resolved && <Owner owner={owner} />}
    </span>
  );
}

function Owner({ owner }: Pick<ExceptionCase, 'owner'>) {
  const { t } = useTranslation('exceptions');
  const isMine = useDeskState()?.user?.userId === owner?.userId;
  if (!owner) return <span className={classes.nobody}>{t('nobodyShort')}</span>;
  return (
    <span className={classes.override} data-mine={isMine || undefined}>
      <IconUserCheck size={14} aria-hidden="true" />
      {t('ownerShort', { name: owner.name })}
    </span>
  );
}
