import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { ListedPattern } from '#shared/contract/access-review.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useKeys } from '../../parts/keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './access-review.module.css';

/** Keeps that it was looked at, and what was found. Sent again, it is the same review. */
export function ReviewForm({
  listed: { key, looks },
  onDone,
}: {
  listed: ListedPattern;
  onDone: () => void;
}) {
  const { t } = useTranslation('accessReview');
  const queries = useQueryClient();
  const reason = useReason();
  const review = useAskTo('access.review');
  const [reviewId] = useState(() => uuidv7());
  useKeys({ Escape: { does: t('cancel'), run: onDone, shown: 'help' } });
  function send() {
    const given = reason.give();
    if (given === undefined || review.isPending) return;
    const input = { reviewId, key, looks, reason: given };
    review.mutate(input, {
      onSuccess() {
        void queries.invalidateQueries({ queryKey: ['access.patterns'] });
        onDone();
      },
    });
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <ReasonBox
        autoFocus
        enterSends
        reason={reason}
        label={t('reviewReason')}
        hint={t('reviewHint')}
      />
      <RefusedNote refused={review.error} />
      <div className={classes.actions}>
        <Button size="compact-sm" type="submit" loading={review.isPending}>
          {t('keepReview')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
