import { useTranslation } from 'react-i18next';
import { CALL_SILENT_AFTER_MS } from '#shared/contract/floor.ts';
import classes from './floor-page.module.css';

const subjects = ['day', 'calls', 'taken', 'declined', 'handling', 'promises', 'plans'] as const;

/** Beneath the numbers: what each of them counts and what not. */
export function WhatIsCounted() {
  const { t } = useTranslation('floor');
  const seconds = CALL_SILENT_AFTER_MS / 1_000;
  return (
    <section aria-labelledby="floor-counted" className={classes.counted}>
      <h2 id="floor-counted" className={classes.sub}>
        {t('counted.title')}
      </h2>
      <dl>
        {subjects.map(subject => (
          <div key={subject}>
            <dt>{t(`counted.${subject}`)}</dt>
            <dd>{t(`counted.${subject}Is`, { seconds })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
