import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUpOutcome } from '#shared/contract/ach-exceptions.ts';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../desk/ask.ts';
import { announce } from '../parts/announce.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './worklist.module.css';

/** What was done about it, chosen and in words; then it leaves the list. */
export function FinishForm({
  item,
  onDone,
  onLeave,
}: {
  item: FollowUp;
  onDone: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('worklist');
  const finish = useAskTo('followUps.finish');
  const [outcome, setOutcome] = useState<FollowUpOutcome>('paid_otherwise');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);

  function confirm() {
    const short = note.trim().length < SHORTEST_REASON;
    setMissing(short);
    if (short || finish.isPending) return;
    const done = { outcome, note: note.trim() };
    finish.mutate(
      { id: item.id, done },
      {
        onSuccess: () => announce(t('finished', { name: item.guarantorName })),
        onSettled: onDone,
      },
    );
  }
  return (
    <div className={classes.form}>
      <NativeSelect
        autoFocus
        label={t('outcome')}
        value={outcome}
        onChange={event => setOutcome(FollowUpOutcome.parse(event.currentTarget.value))}
        data={FollowUpOutcome.options.map(each => ({ value: each, label: t(`outcomes.${each}`) }))}
      />
      <Textarea
        label={t('note')}
        description={missing ? undefined : t('noteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        error={missing && t('noteMissing')}
        errorProps={{ role: 'alert' }}
        maxLength={500}
        rows={2}
      />
      <RefusedNote refused={finish.error} />
      <Group gap="xs">
        <Button size="compact-sm" loading={finish.isPending} onClick={confirm}>
          {t('done')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('notNow')}
        </Button>
      </Group>
    </div>
  );
}
