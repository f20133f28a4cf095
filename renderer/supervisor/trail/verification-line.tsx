import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/desk/calls.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showClock } from '../../parts/show-time.ts';
import { useVerificationWords } from './say-verification.ts';
import { showCount } from './show-figures.ts';
import classes from './trail.module.css';
import { isUnderWay, useVerification, verificationKey } from './use-verification.ts';

/** The whole trail verified: the button, how far it is, and what came of it, the same for whoever looks. */
export function VerificationLine({ onShow }: { onShow: (position: number) => void }) {
  const { t } = useTranslation('trail');
  const queries = useQueryClient();
  const { data, error } = useVerification();
  const keepNow = {
    onSuccess: (now: CallOutput<'trail.verify'>) => queries.setQueryData(verificationKey, now),
  };
  const begin = useAskTo('trail.verify');
  const cancel = useAskTo('trail.cancelVerification');
  const verification = data?.verification ?? null;
  const say = useVerificationWords();
  const underWay = isUnderWay(verification);
  const outcome = verification && !underWay ? say(verification) : null;
  const heard = outcome?.heard;
  useEffect(() => {
    if (heard) announce(heard);
  }, [heard]);
  return (
    <section aria-label={t('verification')}>
      <div className={classes.line}>
        {!underWay && (
          <Button
            size="compact-sm"
            loading={begin.isPending}
            onClick={() => begin.mutate(null, keepNow)}
          >
            {t(verification ? 'verifyAgain' : 'verify')}
          </Button>
        )}
        {underWay && verification && (
          <>
            <progress
              className={classes.progress}
              aria-label={t('progressOf')}
              value={verification.checked}
              max={Math.max(1, verification.total)}
            />
            <span className={classes.number}>
              {t('progress', {
                checked: showCount(verification.checked),
                total: showCount(verification.total),
              })}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              loading={cancel.isPending}
              onClick={() =>
                cancel.mutate({ verificationId: verification.verificationId }, keepNow)
              }
            >
              {t('cancel')}
            </Button>
            <span className={classes.small}>
              {t('begun', {
                name: verification.begunByName,
                time: showClock(verification.begunAt),
              })}
            </span>
          </>
        )}
        {data && !verification && <span className={classes.small}>{t('neverVerified')}</span>}
        {outcome && <span className={classes[outcome.tone]}>{outcome.said}</span>}
        {verification?.broken && (
          <>
            <span className={classes.why}>{verification.broken.why}</span>
            {outcome?.more && <span className={classes.small}>{outcome.more}</span>}
            {verification.broken.position !== null && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onShow(Number(verification.broken?.position))}
              >
                {t('showBroken')}
              </Button>
            )}
          </>
        )}
      </div>
      <RefusedNote refused={begin.error ?? cancel.error ?? error} />
    </section>
  );
}
