import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { Screening } from '#shared/hardship/screening.ts';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { showMoment } from '../../parts/show-time.ts';
import { Answers } from './answers.tsx';
import classes from './screening.module.css';

/** Every version that was kept, as it was answered then; one opens at a time. */
export function SavedVersions({ screenings }: { screenings: readonly Screening[] }) {
  const { t } = useTranslation('screening');
  if (screenings.length === 0) return null;
  return (
    <section aria-label={t('versions')} className={classes.versions}>
      <h4 className={classes.legend}>{t('versions')}</h4>
      {screenings.map(({ screeningId, at, by, household, answers }) => (
        <details key={screeningId} name="screening-version">
          <summary>
            {t('version', { at: showMoment(at), by })} ·{' '}
            {t('versionHousehold', {
              count: household.people,
              state: household.state,
              income:
                answers.incomeCentsAYear === null
                  ? t('standingUnasked')
                  : showMoney(cents(answers.incomeCentsAYear)),
            })}
          </summary>
          <div className={classes.version}>
            <p className={classes.small}>{t('versionOf', { on: sayDate('en', answers.on) })}</p>
            <Answers answers={answers} household={household} />
          </div>
        </details>
      ))}
    </section>
  );
}
