import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { ScheduledException } from '#shared/contract/authorisations.ts';
import { useAskTo } from '../../desk/ask.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showMoment } from '../../parts/show-time.ts';
import classes from './outcome-list.module.css';
import { useScheduledExceptions } from './use-exceptions.ts';

/** Payments to come that a run could not take; each stays until somebody has dealt with it. */
export function ScheduledList() {
  const { t } = useTranslation('exceptions');
  const { data } = useScheduledExceptions();
  if (!data) return null;
  return (
    <section aria-labelledby="scheduled-title" className={classes.credits}>
      <h2 id="scheduled-title" className={classes.title}>
        {t('scheduled')}
      </h2>
      {data.exceptions.length === 0 ? (
        <p className={classes.none}>{t('noScheduled')}</p>
      ) : (
        <ul aria-label={t('scheduledList')} className={classes.list}>
          {data.exceptions.map(each => (
            <li key={`${each.key} ${each.kind}`} className={classes.credit}>
              <NotTaken exception={each} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NotTaken({ exception }: { exception: ScheduledException }) {
  const { t, i18n } = useTranslation('exceptions');
  const queries = useQueryClient();
  const close = useAskTo('authorisations.closeException');
  const { key, kind, amountCents, method, guarantorName, guarantorId, openedAt } = exception;
  const readAgain = () =>
    void queries.invalidateQueries({ queryKey: ['authorisations.exceptions'] });
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>
        <MoneyText amount={amountCents} />
      </span>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.id}>{t('guarantor', { id: guarantorId })}</span>
      <span className={classes.about}>
        {t('scheduledOf', {
          method: nameMethod(i18n, method),
          why: t(`scheduledKinds.${kind}`),
          at: showMoment(openedAt),
        })}{' '}
        <Button
          size="compact-xs"
          variant="subtle"
          loading={close.isPending}
          onClick={() => close.mutate({ key }, { onSuccess: readAgain })}
        >
          {t('scheduledClose')}
        </Button>
        <RefusedNote refused={close.error} />
      </span>
    </span>
  );
}
