import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AssistanceDocument, DocumentRefusal } from '#shared/assistance/document.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './documents.module.css';
import { useReadPapersAgain } from './use-papers-again.ts';

/** Why a document does not count; with the last of its kind another one is asked for in writing. */
export function RefuseDocument({
  document,
  onLeave,
}: {
  document: AssistanceDocument;
  onLeave: () => void;
}) {
  const { t } = useTranslation('documents');
  const refuse = useAskTo('documents.refuse');
  const readAgain = useReadPapersAgain();
  const [reason, setReason] = useState<DocumentRefusal>('unreadable');
  const [note, setNote] = useState('');
  const isShort = note.trim().length > 0 && note.trim().length < 3;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (refuse.isPending || isShort) return;
    const { documentId } = document;
    refuse.mutate(
      { documentId, reason, note: note.trim() || null },
      {
        onSuccess: () => {
          announce(t('refused'));
          readAgain();
          onLeave();
        },
      },
    );
  }
  return (
    <form
      onSubmit={submit}
      aria-label={t('refuseNamed', { name: document.fileName })}
      className={classes.form}
    >
      <NativeSelect
        autoFocus
        label={t('why')}
        value={reason}
        onChange={event => setReason(DocumentRefusal.parse(event.currentTarget.value))}
        data={DocumentRefusal.options.map(each => ({ value: each, label: t(`reasons.${each}`) }))}
      />
      <TextInput
        label={t('note')}
        description={t('noteHint')}
        value={note}
        maxLength={300}
        error={isShort && t('noteShort')}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <RefusedNote refused={refuse.error} />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={refuse.isPending}>
          {t('confirmRefuse')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
