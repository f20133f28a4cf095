import { useTranslation } from 'react-i18next';
import type { OpenedException } from '#shared/contract/exception-queue.ts';
import { sayFinding } from '#shared/exceptions/say-exception.ts';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from './outcome-detail.module.css';

type Detail = OpenedException['detail'];

/** What is known of a recording, of an account that is locked, of a second payment, of a chain that does not fit together. */
export function OtherFacts({
  detail: { recording, user, finding, confirmed },
}: {
  detail: Detail;
}) {
  const showMoment = useMoment();
  const { t, i18n } = useTranslation('exceptions');
  return (
    <>
      {recording && <Recording recording={recording} />}
      {user && (
        <div className={classes.part}>
          <p>{t('userFacts', { name: user.name, id: user.userId })}</p>
          <p className={classes.by}>
            {user.lockedUntil
              ? t('lockedUntil', { at: showMoment(user.lockedUntil) })
              : t('lockOver')}
          </p>
        </div>
      )}
      {confirmed && (
        <div className={classes.part}>
          <h4 className={classes.label}>{t('confirmed')}</h4>
          <p>{t('confirmedValue', { name: confirmed.byName, at: showMoment(confirmed.at) })}</p>
        </div>
      )}
      {finding && (
        <dl className={classes.facts}>
          <div>
            <dt>{t('finding')}</dt>
            <dd>{sayFinding(i18n, finding)}</dd>
          </div>
          {finding.workstationId && (
            <div>
              <dt>{t('workstation')}</dt>
              <dd>{finding.workstationId}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}

function Recording({ recording }: { recording: NonNullable<Detail['recording']> }) {
  const showMoment = useMoment();
  const { t } = useTranslation('exceptions');
  const { reference, byName, endedAt, pauses } = recording;
  return (
    <div className={classes.part}>
      <p>{t('recordingFacts', { reference, name: byName, at: showMoment(endedAt) })}</p>
      <ul className={classes.payments}>
        {pauses.map(({ pausedAt, resumedAt }) => (
          <li key={pausedAt}>
            {resumedAt
              ? t('pause', { from: showMoment(pausedAt), to: showMoment(resumedAt) })
              : t('pauseOpen', { from: showMoment(pausedAt) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
