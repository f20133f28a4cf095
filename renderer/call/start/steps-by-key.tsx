import { useTranslation } from 'react-i18next';
import { Keycap } from '../../parts/keycap.tsx';
import { stepKeys, steps } from '../steps/steps.ts';
import classes from './steps-by-key.module.css';

/** The way of a call by its keys, for somebody who sits here for the first time. */
export function StepsByKey() {
  const { t } = useTranslation('call');
  return (
    <section aria-labelledby="by-key">
      <h2 id="by-key" className={classes.title}>
        {t('start.byKey')}
      </h2>
      <dl>
        {steps.map(step => (
          <div key={step} className={classes.step}>
            <dt className={classes.name}>
              <Keycap name={stepKeys[step]} spoken /> {t(`steps.${step}`)}
            </dt>
            <dd className={classes.about}>{t(`start.about.${step}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
