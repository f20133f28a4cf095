import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseOutcome, type HardshipCase } from '#shared/hardship/case.ts';
import { NoteForm } from './note-form.tsx';
import { useCaseWork } from './use-case-work.ts';

/** Closes a case with what became of it. */
export function CloseForm({
  hardshipCase: { caseId },
  onLeave,
}: {
  hardshipCase: HardshipCase;
  onLeave: () => void;
}) {
  const { t } = useTranslation('hardship');
  const [outcome, choose] = useState<CaseOutcome>('assisted');
  const { asked, run } = useCaseWork('cases.close', t('heard.closed'), onLeave);
  return (
    <NoteForm
      title={t('form.close')}
      label={t('closingNote')}
      does={t('close')}
      busy={asked.isPending}
      refused={asked.error}
      onSubmit={note => run({ caseId, close: { outcome, note } })}
      onLeave={onLeave}
    >
      <NativeSelect
        autoFocus
        label={t('outcome')}
        value={outcome}
        onChange={event => choose(CaseOutcome.parse(event.currentTarget.value))}
        data={CaseOutcome.options.map(each => ({ value: each, label: t(`outcomes.${each}`) }))}
      />
    </NoteForm>
  );
}
