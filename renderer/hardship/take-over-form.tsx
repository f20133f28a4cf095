import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { NoteForm } from './note-form.tsx';
import { useCaseWork } from './use-case-work.ts';

/** Takes a case from a colleague who cannot go on with it, with the reason. */
export function TakeOverForm({
  hardshipCase: { caseId },
  onLeave,
}: {
  hardshipCase: HardshipCase;
  onLeave: () => void;
}) {
  const { t } = useTranslation('hardship');
  const { asked, run } = useCaseWork('cases.takeOver', t('heard.taken'), onLeave);
  return (
    <NoteForm
      title={t('form.takeOver')}
      label={t('takeOverReason')}
      does={t('takeOver')}
      busy={asked.isPending}
      refused={asked.error}
      onSubmit={reason => run({ caseId, takeover: { reason } })}
      onLeave={onLeave}
    />
  );
}
