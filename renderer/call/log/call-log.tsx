import { useTranslation } from 'react-i18next';
import { lastedMs } from '#shared/call/call-length.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { showElapsed } from '../../parts/show-time.ts';
import classes from './call-log.module.css';
import { useEventWords } from './use-event-words.ts';

/** What has happened on the call, the newest first, by the call's own clock. */
export function CallLog({ call }: { call: OpenCall }) {
  const { t } = useTranslation('call');
  const words = useEventWords(call);
  return (
    <section aria-labelledby="call-log" className={classes.log}>
      <h3 id="call-log" className={classes.title}>
        {t('log.title')}
      </h3>
      <ol className={classes.events}>
        {call.events.toReversed().map(event => (
          <li key={`${event.at} ${event.kind} ${event.about}`} className={classes.event}>
            <time dateTime={event.at} className={classes.at}>
              {showElapsed(lastedMs(call, Date.parse(event.at)))}
            </time>
            <span>{words(event)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
