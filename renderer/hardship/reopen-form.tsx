import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { NoteForm } from './note-form.tsx';
import { useCaseWork } from './use-case-work.ts';

const REOPEN_KEY = 'Ctrl+T';

/** Opens a closed case again, with the reason; it is then the case of whoever does so. */
export function ReopenForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation('hardship');
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { asked, run } = useCaseWork('cases.reopen', t('heard.reopened'), () => {
    void queries.invalidateQueries({ queryKey: ['cases.closed'] });
  });
  useKeys(isOpen ? {} : { [REOPEN_KEY]: { does: t('reopen'), run: () => setOpen(true) } });
  if (isOpen) {
    return (
      <NoteForm
        title={t('reopen')}
        label={t('reopenReason')}
        does={t('reopen')}
        busy={asked.isPending}
        refused={asked.error}
        onSubmit={reason => run({ caseId, reason })}
        onLeave={() => setOpen(false)}
      />
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      mt="xs"
      aria-keyshortcuts="Control+T"
      rightSection={<Keycap name={REOPEN_KEY} />}
      onClick={() => setOpen(true)}
    >
      {t('reopen')}
    </Button>
  );
}
