import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAsk } from '../desk/ask.ts';
import { NoteForm } from './note-form.tsx';
import { useCaseWork } from './use-case-work.ts';

/** Gives a case to a colleague of its region. */
export function HandOverForm({
  hardshipCase: { caseId },
  onLeave,
}: {
  hardshipCase: HardshipCase;
  onLeave: () => void;
}) {
  const { t } = useTranslation('hardship');
  const { data, error } = useAsk('cases.colleagues', { caseId });
  const colleagues = data?.colleagues ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const to = chosen ?? colleagues[0]?.userId;
  const { asked, run } = useCaseWork('cases.handOver', t('heard.handedOver'), onLeave);
  return (
    <NoteForm
      title={t('form.handOver')}
      label={t('handOverNote')}
      does={t('handOver')}
      busy={asked.isPending}
      refused={asked.error ?? error}
      onSubmit={note => to !== undefined && run({ caseId, handover: { to, note } })}
      onLeave={onLeave}
    >
      <NativeSelect
        autoFocus
        label={t('colleague')}
        description={data && colleagues.length === 0 ? t('noColleague') : undefined}
        value={to ?? ''}
        onChange={event => choose(event.currentTarget.value)}
        data={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
    </NoteForm>
  );
}
