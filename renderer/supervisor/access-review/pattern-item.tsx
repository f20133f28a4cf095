import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyListed } from '#shared/access-review/why-listed.ts';
import type { ListedPattern } from '#shared/contract/access-review.ts';
import { showMoment } from '../../parts/show-time.ts';
import classes from './access-review.module.css';
import { ReviewForm } from './review-form.tsx';

/** One thing that stands out: why it is listed, what somebody said of it, and what can be done. */
export function PatternItem({
  listed,
  onShow,
}: {
  listed: ListedPattern;
  onShow: (listed: ListedPattern) => void;
}) {
  const { t, i18n } = useTranslation('accessReview');
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const { key, isOwn, review, looks } = listed;
  const since = review ? looks - review.looks : 0;
  return (
    <li className={classes.item}>
      <span className={classes.kind}>{t(`patterns.${key.pattern}`)}</span>
      <p>{whyListed(i18n, listed)}</p>
      {review && (
        <p className={classes.small}>
          {t('reviewed', {
            name: review.byName,
            time: showMoment(review.at),
            reason: review.reason,
          })}
        </p>
      )}
      {since > 0 && <p className={classes.ask}>{t('since', { count: since })}</p>}
      {isOwn && <p className={classes.small}>{t('own')}</p>}
      {isOpen ? (
        <ReviewForm listed={listed} onDone={() => setOpen(false)} />
      ) : (
        <div className={classes.actions}>
          <Button size="compact-xs" variant="default" onClick={() => onShow(listed)}>
            {t('show')}
          </Button>
          {!isOwn && (
            <Button
              size="compact-xs"
              variant="default"
              // Who closes the form is where they opened it.
              autoFocus={isOpen === false}
              onClick={() => setOpen(true)}
            >
              {t('review')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
