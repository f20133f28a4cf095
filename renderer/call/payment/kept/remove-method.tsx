import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { announce } from '../../../parts/announce.tsx';
import { focusPane } from '../../../parts/focus.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import classes from './kept.module.css';
import { useReadStoredAgain } from './use-stored-methods.ts';

/** Removes what is kept, by the caller's word; asked once more, because it cannot be brought back. */
export function RemoveMethod({
  call,
  methodId,
  name,
  onKeep,
}: {
  call: OpenCall;
  methodId: string;
  name: string;
  onKeep: () => void;
}) {
  const { t } = useTranslation('payment');
  const remove = useAskTo('storedMethods.remove');
  const readAgain = useReadStoredAgain(call);
  const onSuccess = () => {
    announce(t('kept.removed', { method: name }));
    readAgain();
    focusPane('pay');
  };
  return (
    <fieldset className={classes.removal}>
      <legend className={classes.legend}>{t('kept.removeAsk', { method: name })}</legend>
      <RefusedNote refused={remove.error} />
      <div className={classes.actions}>
        <Button
          autoFocus
          size="compact-sm"
          color="var(--stop)"
          variant="outline"
          loading={remove.isPending}
          onClick={() => remove.mutate({ methodId }, { onSuccess })}
        >
          {t('kept.removeNow')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onKeep}>
          {t('kept.keepIt')}
        </Button>
      </div>
    </fieldset>
  );
}
