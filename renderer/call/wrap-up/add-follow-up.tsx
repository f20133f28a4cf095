import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUp } from '#shared/billing/call-record.ts';
import { Field } from '../../parts/field.tsx';
import classes from './wrap-up-pane.module.css';

const kinds = FollowUp.shape.kind.options;

export function AddFollowUp({ onAdd }: { onAdd: (followUp: FollowUp) => void }) {
  const { t } = useTranslation('wrapUp');
  const [kind, setKind] = useState<FollowUp['kind']>('call_back');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);

  function add() {
    const followUp = FollowUp.safeParse({ kind, note });
    setMissing(!followUp.success);
    if (!followUp.success) return;
    onAdd(followUp.data);
    setNote('');
  }

  return (
    <form
      className={classes.add}
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
    >
      <NativeSelect
        aria-label={t('followUps.kind')}
        value={kind}
        onChange={event => setKind(FollowUp.shape.kind.parse(event.currentTarget.value))}
        data={kinds.map(each => ({ value: each, label: t(`followUps.kinds.${each}`) }))}
      />
      <Field
        className={classes.note}
        aria-label={t('followUps.note')}
        placeholder={t('followUps.note')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        error={missing && t('followUps.noteMissing')}
        maxLength={500}
      />
      <Button type="submit" variant="default">
        {t('followUps.add')}
      </Button>
    </form>
  );
}
