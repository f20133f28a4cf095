import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../desk/ask.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showMoment } from '../parts/show-time.ts';
import { FinishForm } from './finish-form.tsx';
import { useFindOnCall } from './use-find-on-call.ts';
import { useFocusFollowing } from './use-focus-following.ts';
import { useReadWorklistAgain } from './use-worklist.ts';
import classes from './worklist.module.css';

/** Who has it, and what the person at this desk may do: take it, put it back, call, finish. */
export function WorklistActions({ item }: { item: FollowUp }) {
  const { t } = useTranslation('worklist');
  const { id, takenBy, guarantorName, payment } = item;
  const readAgain = useReadWorklistAgain();
  const take = useAskTo('followUps.take');
  const putBack = useAskTo('followUps.putBack');
  const find = useFindOnCall(item);
  const [finishing, setFinishing] = useState(false);
  const row = useFocusFollowing(takenBy?.isYou ?? false, finishing);
  const settled = { onSettled: readAgain };
  const name = (does: string) =>
    t('of', { does, amount: showMoney(payment.amountCents), name: guarantorName });
  const button = (does: string, run: () => void, busy = false) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={name(does)}
      loading={busy}
      onClick={run}
    >
      {does}
    </Button>
  );
  const has = takenBy && { name: takenBy.name, at: showMoment(takenBy.at) };
  return (
    <div ref={row} className={classes.actions}>
      <p className={classes.holder}>
        {has ? t(takenBy.isYou ? 'yours' : 'theirs', has) : t('nobodys')}
      </p>
      {takenBy === null && button(t('take'), () => take.mutate({ id }, settled), take.isPending)}
      {takenBy?.isYou && find.mayFind && button(t('find'), find.run, find.busy)}
      {takenBy?.isYou && !finishing && button(t('finish'), () => setFinishing(true))}
      {takenBy?.isYou &&
        button(t('putBack'), () => putBack.mutate({ id }, settled), putBack.isPending)}
      {takenBy?.isYou && !find.mayFind && <p className={classes.small}>{t('wrapUpFirst')}</p>}
      <div className={classes.below}>
        <RefusedNote refused={take.error ?? putBack.error ?? find.refused} />
        {takenBy?.isYou && finishing && (
          <FinishForm item={item} onDone={readAgain} onLeave={() => setFinishing(false)} />
        )}
      </div>
    </div>
  );
}
