import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskState } from '#shared/desk/state.ts';
import { clockTime } from '../call/balance/short-date.ts';
import { useInstant, useNow } from '../desk/use-now.ts';
import { ageOf } from '../parts/show-time.ts';
import { openOverlay } from './overlay-store.ts';
import classes from './standing.module.css';

/** How the desk stands to the backend, what it still owes, and whether an outcome is open. */
export function Standing({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('frame');
  const now = useInstant();
  const fine = desk.backend === 'reachable';
  const { phase, asOf } = desk.sync;
  const upToDate = fine && phase === 'current' && desk.unsent.count === 0 ? asOf : null;
  const Sign = fine ? IconCircleCheck : IconAlertTriangle;
  return (
    <div role="status" className={classes.standing}>
      {desk.openAttempts > 0 && (
        <span className={classes.part} data-asks>
          <IconClockHour4 size={14} aria-hidden="true" />
          {t('openAttempts', { count: desk.openAttempts })}
        </span>
      )}
      {desk.unsent.count > 0 && <Unsent unsent={desk.unsent} />}
      <span className={classes.part} data-asks={!fine || undefined}>
        <Sign size={14} aria-hidden="true" />
        {upToDate
          ? t('upToDate', { time: clockTime(upToDate, now) })
          : t(`backend.${desk.backend}`)}
      </span>
    </div>
  );
}

function Unsent({ unsent }: Pick<DeskState, 'unsent'>) {
  const { t } = useTranslation(['frame', 'unsent']);
  const now = useNow(30_000);
  const { unit, count } = unsent.oldestAt
    ? ageOf(unsent.oldestAt, now)
    : ({ unit: 'moments', count: 0 } as const);
  return (
    <UnstyledButton
      className={`${classes.part} ${classes.opens}`}
      data-asks
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+U"
      title={t('unsent:open')}
      onClick={() => openOverlay('unsent')}
    >
      <IconSend size={14} aria-hidden="true" />
      {t('unsent', { count: unsent.count, age: t(`age.${unit}`, { count }) })}
    </UnstyledButton>
  );
}
