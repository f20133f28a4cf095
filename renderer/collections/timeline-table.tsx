import {
  IconCircleCheck,
  IconCircleDashed,
  IconClockHour4,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AccountTimeline, TimelineStep } from '#shared/collections/account-timeline.ts';
import { holdsFrom } from '#shared/collections/steps.ts';
import classes from './timeline.module.css';

const signs = {
  happened: IconCircleCheck,
  due: IconClockHour4,
  comes: IconCircleDashed,
  stands_still: IconPlayerPause,
  left_out: IconX,
} as const;

/** What the picture shows, in words: each step with its day and how it stands, then where the clock stood still. */
export function TimelineTable({
  timeline,
  today,
}: {
  timeline: AccountTimeline;
  today: CalendarDate;
}) {
  const { t } = useTranslation('collections');
  const kinds = [...new Set(holdsFrom(timeline.holds, today).map(each => each.kind))];
  const holds = new Intl.ListFormat('en').format(kinds.map(kind => t(`holds.${kind}`)));
  const words = ({ state }: TimelineStep) => t(`states.${state}`, { holds });
  return (
    <>
      <table className={classes.table} aria-label={t('table', { number: timeline.accountNumber })}>
        <thead>
          <tr>
            <th scope="col">{t('columns.step')}</th>
            <th scope="col">{t('columns.on')}</th>
            <th scope="col">{t('columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {timeline.steps.map((each, index) => {
            const Sign = signs[each.state];
            return (
              <tr key={each.step} data-state={each.state}>
                <th scope="row">
                  {t('numbered', { number: index + 1, step: t(`steps.${each.step}`) })}
                </th>
                <td>{each.on === null ? t('none') : sayDate('en', each.on, today)}</td>
                <td>
                  <span className={classes.state}>
                    <Sign size={14} aria-hidden="true" />
                    {words(each)}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {timeline.holds.length > 0 && (
        <>
          <h5 className={classes.small}>{t('still')}</h5>
          <ul className={classes.stills}>
            {timeline.holds.map(({ kind, from, until }) => (
              <li key={`${kind}${from}`}>
                {until === null
                  ? t('stillOpen', { from: sayDate('en', from, today), hold: t(`holds.${kind}`) })
                  : t(from === until ? 'stillOnce' : 'stillUntil', {
                      from: sayDate('en', from, today),
                      until: sayDate('en', until, today),
                      hold: t(`holds.${kind}`),
                    })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
