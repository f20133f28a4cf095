import { useTranslation } from 'react-i18next';
import type { Attempt } from '#shared/desk/attempt.ts';
import { AttemptLine } from './attempt-line.tsx';
import classes from './earlier-attempts.module.css';
import { newestFirst } from './which-attempt.ts';

/** What was tried before on this call, in one line each, so that nobody tries it a second time unawares. */
export function EarlierAttempts({ attempts }: { attempts: readonly Attempt[] }) {
  const { t } = useTranslation('payment');
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="earlier-title" className={classes.earlier}>
      <h3 id="earlier-title" className={classes.title}>
        {t('attempts')}
      </h3>
      <ul>
        {newestFirst(attempts).map(attempt => (
          <li key={attempt.key}>
            <AttemptLine attempt={attempt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
