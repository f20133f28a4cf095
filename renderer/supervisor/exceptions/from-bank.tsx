import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { AchException, AchExceptionKind } from '#shared/contract/ach-exceptions.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from './outcome-detail.module.css';

/** What stands in the place of a name. */
const nameless: Partial<Record<AchExceptionKind, 'achFile' | 'achCompany'>> = {
  refused_file: 'achFile',
  return_rate: 'achCompany',
};

/** One return, notice, unsent debit or refused file: whose, why, what follows from it, and how a representative stands to it. */
export function FromBank({ exception }: { exception: AchException }) {
  const showMoment = useMoment();
  const { t } = useTranslation('exceptions');
  const { kind, reason, toDo, openedAt, payment, retryOn, followUp } = exception;
  return (
    <div className={classes.part}>
      <p>
        {payment === null && `${t(nameless[kind] ?? 'achRefund')}: `}
        {reason}, {showMoment(openedAt)}
      </p>
      <p>
        {t(`toDo.${toDo}`)}
        {retryOn && ` ${t('achRetryOn', { date: sayDate('en', retryOn) })}`}
      </p>
      <FollowedUp followUp={followUp} />
    </div>
  );
}

/** How far a representative is with it. */
function FollowedUp({ followUp }: Pick<AchException, 'followUp'>) {
  const { t } = useTranslation(['exceptions', 'worklist']);
  if (!followUp) return null;
  const { takenByName, doneByName, outcome, note } = followUp;
  const said = outcome && t(`worklist:outcomes.${outcome}`);
  return (
    <p className={classes.by}>
      {said
        ? t('achDone', { name: doneByName ?? '', outcome: said, note: note ?? '' })
        : takenByName
          ? t('achTaken', { name: takenByName })
          : t('achWaits')}
    </p>
  );
}
