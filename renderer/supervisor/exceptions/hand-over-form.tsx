import { Button, Group, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk, useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { useKeys } from '../../parts/keys.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './outcome-detail.module.css';

/** Gives an exception to a supervisor of its region, or to oneself what a colleague has who is away. */
export function HandOverForm({
  caseId,
  onLeave,
  onDone,
}: {
  caseId: string;
  onLeave: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('exceptions');
  const { data, error } = useAsk('exceptions.colleagues', { caseId });
  const handOver = useAskTo('exceptions.handOver');
  const note = useReason();
  const colleagues = data?.colleagues ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const to = chosen ?? colleagues[0]?.userId;

  useKeys({ Escape: { does: t('notNow'), run: onLeave, shown: 'help' } });
  function submit(event: FormEvent) {
    event.preventDefault();
    const given = note.give();
    if (given === undefined || to === undefined || handOver.isPending) return;
    handOver.mutate(
      { caseId, to, note: given },
      {
        onSuccess() {
          announce(t('wasHandedOver'));
          onDone();
        },
      },
    );
  }
  return (
    <form className={classes.form} aria-label={t('handOver')} noValidate onSubmit={submit}>
      <NativeSelect
        autoFocus
        label={t('handOverTo')}
        value={to ?? ''}
        onChange={event => choose(event.currentTarget.value)}
        data={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <ReasonBox enterSends reason={note} label={t('handOverNote')} />
      <RefusedNote refused={handOver.error ?? error} />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={handOver.isPending}>
          {t('handOver')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('notNow')}
        </Button>
      </Group>
    </form>
  );
}
