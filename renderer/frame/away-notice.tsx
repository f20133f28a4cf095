import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DeskState, isAway } from '#shared/desk/state.ts';
import { showClock } from '../parts/show-time.ts';
import classes from './away-notice.module.css';

/** That the backend cannot be asked, since when, and what works meanwhile; below the work, not over it. */
export function AwayNotice({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('frame');
  const onCalls = desk.user?.role !== 'supervisor';
  return (
    <div role="status">
      {isAway(desk.backend) && (
        <p className={classes.notice}>
          <IconCloudOff size={16} aria-hidden="true" className={classes.sign} />
          <span>
            <strong>{t(`away.${desk.backend}`, { time: showClock(desk.backendSince) })}</strong>{' '}
            {t(onCalls ? 'away.meanwhile' : 'away.meanwhileSupervisor')}
          </span>
        </p>
      )}
    </div>
  );
}
