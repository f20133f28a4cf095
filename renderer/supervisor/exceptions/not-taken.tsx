import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { ScheduledException } from '#shared/contract/authorisations.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from './outcome-detail.module.css';

/** A payment to come that a run could not take, and why. */
export function NotTaken({ exception }: { exception: ScheduledException }) {
  const { t, i18n } = useTranslation('exceptions');
  const showMoment = useMoment();
  const { kind, method, openedAt } = exception;
  return (
    <p className={classes.part}>
      {t('scheduledOf', {
        method: nameMethod(i18n, method),
        why: t(`scheduledKinds.${kind}`),
        at: showMoment(openedAt),
      })}
    </p>
  );
}
