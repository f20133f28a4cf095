import { useTranslation } from 'react-i18next';
import type { OpenedException } from '#shared/contract/exception-queue.ts';
import { ExceptionEnd } from '#shared/exceptions/exception-kind.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from './outcome-detail.module.css';

type Event = OpenedException['history'][number];

/** Who did what about an exception, in order. */
export function ExceptionHistory({ history }: Pick<OpenedException, 'history'>) {
  const showMoment = useMoment();
  const { t } = useTranslation('exceptions');
  return (
    <section className={classes.part} aria-labelledby="exception-history">
      <h4 id="exception-history" className={classes.label}>
        {t('history')}
      </h4>
      <ol className={classes.history}>
        {history.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and its events have no id of their own here
          <li key={index}>
            <span className={classes.at}>{showMoment(event.at)}</span>
            <span>
              <Did event={event} />
              {event.reason && <blockquote className={classes.reason}>{event.reason}</blockquote>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Did({ event: { kind, byName, about } }: { event: Event }) {
  const { t } = useTranslation('exceptions');
  const name = byName ?? '';
  if (kind === 'handed_over') return t('did.handed_over', { name, to: about ?? '' });
  if (kind !== 'resolved') return t(`did.${kind}`, { name });
  const why = ExceptionEnd.safeParse(about).data;
  const end = why ? t(`ends.${why}`) : '';
  return byName ? t('did.resolved', { name, end }) : t('did.ended', { end });
}
