import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import classes from '../../hardship/application/application.module.css';
import cases from '../../hardship/case.module.css';

/** What was asked for, and what became of it. */
export function Requirements({
  application: { requirements },
  today,
}: {
  application: AssistanceApplication;
  today: CalendarDate;
}) {
  const { t } = useTranslation('application');
  return (
    <div className={classes.block}>
      <h4 id="application-documents" className={classes.heading}>
        {t('documents')}
      </h4>
      <ul aria-labelledby="application-documents">
        {requirements.map(({ kind, state, settledOn, why }) => (
          <li key={kind} className={classes.document}>
            <span>
              <span>{t(`kind.${kind}`)}</span>
              <span className={cases.small}>
                {t(`requirement.${state}`, {
                  date: settledOn ? sayDate('en', settledOn, today) : '',
                  why: why ?? '',
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
