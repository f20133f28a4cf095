import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import { announce } from '../../../parts/announce.tsx';
import { AttemptLine } from '../attempt-line.tsx';
import classes from './result.module.css';
import { resultKind } from './result-kind.ts';

/** The attempt that a supervisor overrode, above the result of the one that followed: its truth comes here. */
export function OverriddenBeside({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('payment');
  const charged = resultKind(attempt.state) === 'approved';
  useEffect(() => {
    if (charged) announce(t('overriddenCharged'));
  }, [charged, t]);
  return (
    <section aria-label={t('overriddenEarlier')} className={classes.beside} data-charged={charged}>
      <h3 className={classes.label}>{t('overriddenEarlier')}</h3>
      <AttemptLine attempt={attempt} />
    </section>
  );
}
