import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { CasePriority } from '#shared/hardship/items.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { useCaseWork } from './use-case-work.ts';

/** How pressing the case is, or that what is due decides. */
export function PriorityChoice({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('hardship');
  const { caseId, priority, isPrioritySet } = hardshipCase;
  const { asked, run } = useCaseWork('cases.setPriority', t('heard.priority'));
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('priorityOf')}
        disabled={asked.isPending}
        value={isPrioritySet ? priority : ''}
        onChange={event =>
          run({ caseId, priority: CasePriority.safeParse(event.currentTarget.value).data ?? null })
        }
        data={[
          { value: '', label: t('priorityByDue', { priority: t(`priority.${priority}`) }) },
          ...CasePriority.options.map(each => ({ value: each, label: t(`priority.${each}`) })),
        ]}
      />
      <RefusedNote refused={asked.error} />
    </>
  );
}
