import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../../desk/ask.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
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
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  function confirm() {
    const short = reason.trim().length < SHORTEST_REASON;
    setMissing(short);
    if (short || resolve.isPending) return;
    resolve.mutate({ id, reason: reason.trim() }, { onSuccess: onResolved });
  }
  return (
    <div className={classes.form}>
      <Textarea
        autoFocus
        label={t('reason')}
        description={missing ? undefined : t('resolveHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        error={missing && t('reasonMissing')}
        errorProps={{ role: 'alert' }}
        maxLength={500}
        rows={2}
      />
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
