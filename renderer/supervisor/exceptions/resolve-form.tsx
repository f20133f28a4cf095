import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAskTo } from '../../desk/ask.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './ach-exception-list.module.css';

/** What was done about an exception, in words that stay. */
export function ResolveForm({
  id,
  onResolved,
  onLeave,
}: {
  id: string;
  onResolved: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('exceptions');
  const resolve = useAskTo('payments.resolveAchException');
  const reason = useReason();

  function confirm() {
    const given = reason.give();
    if (given === undefined || resolve.isPending) return;
    resolve.mutate({ id, reason: given }, { onSuccess: onResolved });
  }
  return (
    <div className={classes.form}>
      <ReasonBox autoFocus reason={reason} label={t('reason')} hint={t('resolveHint')} />
      <RefusedNote refused={resolve.error} />
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={resolve.isPending} onClick={confirm}>
          {t('resolve')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('notNow')}
        </Button>
      </Group>
    </div>
  );
}
