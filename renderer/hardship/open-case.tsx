import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '#shared/contract/patients.ts';
import { masked } from '#shared/identifiers/mask.ts';
import { FindForm } from '../call/locate/find-form.tsx';
import { FoundList } from '../call/locate/found-list.tsx';
import { useFind } from '../call/locate/use-find.ts';
import { useFindBy } from '../call/locate/use-find-by.ts';
import { useAskTo } from '../desk/ask.ts';
import { announce } from '../parts/announce.tsx';
import { Pane } from '../parts/pane.tsx';
import { NoteForm } from './note-form.tsx';
import { useReadCasesAgain } from './use-cases.ts';

/** Opens a case for a patient who is found as on a call; the open one where there is one. */
export function OpenCase({
  onOpened,
  onLeave,
}: {
  onOpened: (caseId: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation(['hardship', 'common']);
  const [kind, setKind] = useFindBy(null);
  const find = useFind(kind, setKind);
  const [chosen, choose] = useState<FoundPatient | null>(null);
  const open = useAskTo('cases.open');
  const readAgain = useReadCasesAgain();
  const submit = (mrn: FoundPatient['mrn'], reason: string) =>
    open.mutate(
      { mrn, reason },
      {
        onSuccess: ({ caseId }) => {
          announce(t('heard.opened'));
          readAgain();
          onOpened(caseId);
        },
      },
    );
  return (
    <Pane id="case" title={t('openCase')}>
      {chosen ? (
        <>
          <h3>
            {chosen.name} · {t('common:mrn', { last4: masked(chosen.mrn) })}
          </h3>
          <NoteForm
            title={t('openCase')}
            label={t('openReason')}
            does={t('open')}
            busy={open.isPending}
            refused={open.error}
            onSubmit={reason => submit(chosen.mrn, reason)}
            onLeave={onLeave}
          />
        </>
      ) : (
        <>
          <FindForm find={find} kind={kind} />
          {find.patients && (
            <FoundList patients={find.patients} copiedAt={find.copiedAt} onChoose={choose} />
          )}
        </>
      )}
    </Pane>
  );
}
