import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { KeptForm } from './kept-form.tsx';
import { useKeptForm } from './use-kept-form.ts';

/** A note that stays with the account; the notes of the call itself are at the left. */
export function NoteForm({ call }: { call: OpenCall }) {
  const { t } = useTranslation('kept');
  const [form, change, clear] = useKeptForm(call.callId, 'note', { text: '' });
  const [tried, setTried] = useState(false);
  const add = useAskTo('notes.add');
  const fault = form.text.trim() === '' ? t('textMissing') : undefined;
  return (
    <KeptForm
      does={t('submit.note')}
      fault={fault}
      busy={add.isPending}
      refused={add.error}
      onFault={() => setTried(true)}
      onSubmit={() => add.mutate(form, { onSuccess: clear })}
    >
      <Textarea
        label={t('text')}
        description={t('textHint')}
        data-focus-first
        value={form.text}
        error={tried && fault}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={2000}
        onChange={event => change({ text: event.currentTarget.value })}
      />
    </KeptForm>
  );
}
