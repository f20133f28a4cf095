import { useTranslation } from 'react-i18next';
import type { Determination } from '#shared/assistance/application.ts';
import { showMoment } from '../../parts/show-time.ts';
import cases from '../case.module.css';
import classes from './application.module.css';
import { AwardLines } from './award-lines.tsx';

/** What was decided, by whom and why, and what an award has taken off so far. */
export function Decided({ determination }: { determination: Determination }) {
  const { t } = useTranslation('application');
  const { outcome, percent, proposedPercent, reason, by, decidedAt, lines } = determination;
  const isOverride = percent !== proposedPercent;
  return (
    <div className={classes.block}>
      <p>
        {t(`decided.${outcome}`, { percent: percent ?? 0, name: by, at: showMoment(decidedAt) })}
      </p>
      {isOverride && (
        <p className={cases.small}>
          {proposedPercent === null
            ? t('decided.overrideNothing')
            : t('decided.override', { percent: proposedPercent })}
        </p>
      )}
      {reason && <p className={cases.said}>{t('because', { reason })}</p>}
      {outcome === 'awarded' &&
        (lines.length > 0 ? <AwardLines lines={lines} waiting={[]} /> : <p>{t('nothingYet')}</p>)}
    </div>
  );
}
