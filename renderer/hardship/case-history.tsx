import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { showMoment } from '../parts/show-time.ts';
import classes from './case.module.css';
import { sayEvent } from './say-event.ts';

/** What happened in the case, the newest first. */
export function CaseHistory({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t, i18n } = useTranslation('hardship');
  return (
    <section aria-labelledby="case-history" className={classes.part}>
      <h3 id="case-history" className={classes.title}>
        {t('history')}
      </h3>
      <ol>
        {hardshipCase.events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: history only grows, and nothing in it has a state
          <li key={index} className={classes.event}>
            <span>{sayEvent(i18n, event)}</span>
            <span className={classes.small}>
              {event.by ?? t('byItself')} · <time dateTime={event.at}>{showMoment(event.at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
