import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/desk/calls.ts';
import { sayFinding } from '#shared/exceptions/say-exception.ts';
import { Busy } from '../../parts/busy.tsx';
import { showCount, showInstant } from './show-figures.ts';
import classes from './trail.module.css';
import { useVerification } from './use-verification.ts';

const LATE_SECONDS = 5;

/** How the chain stands: its length, its signature, what waits, and what did not fit together. */
export function TrailStanding({
  page: { end, unsealed, exceptions },
  busy,
  newer,
}: {
  page: CallOutput<'trail.records'>;
  busy: boolean;
  newer: { readonly isNewer: boolean; readonly show: () => void };
}) {
  const { t, i18n } = useTranslation('trail');
  const { count, seconds } = unsealed;
  // A verification that found more than is listed says so; each look is a record, so that the list is not read again by itself.
  const isLonger = (useVerification().data?.verification?.total ?? 0) > end.position;
  return (
    <>
      <div className={classes.stand}>
        <span>{t('end', { count: end.position, number: showCount(end.position) })}</span>
        <span className={classes.small}>
          {end.signedAt ? t('signed', { time: showInstant(end.signedAt) }) : t('unsigned')}
        </span>
        {/* Each record waits a moment: only a seal that is late is worth a word. */}
        {count > 0 && seconds >= LATE_SECONDS && (
          <span className={classes.small}>
            {t('waiting', { count, seconds: Math.round(seconds) })}
          </span>
        )}
        {(newer.isNewer || isLonger) && (
          <>
            <span className={classes.small}>{t('newer')}</span>
            <Button size="compact-xs" variant="default" onClick={newer.show}>
              {t('showNewer')}
            </Button>
          </>
        )}
        <Busy busy={busy} does={t('reading')} />
      </div>
      {exceptions.length > 0 && (
        <>
          <p className={classes.stop}>{t('exceptions', { count: exceptions.length })}</p>
          <ul className={classes.exceptions}>
            {exceptions.slice(0, 5).map(({ kind, about, foundAt }) => (
              <li key={`${kind} ${about}`}>
                {t('exception', {
                  finding: sayFinding(i18n, { kind, about }),
                  time: showInstant(foundAt),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
