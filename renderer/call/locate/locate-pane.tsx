import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { FindForm } from './find-form.tsx';
import { FoundList } from './found-list.tsx';
import { useFind } from './use-find.ts';
import { useFindBy, useWanted } from './use-find-by.ts';

/** Finding the patient the call is about. */
export function LocatePane({ call, onChosen }: { call: OpenCall; onChosen: () => void }) {
  const { t } = useTranslation('locate');
  const wanted = useWanted(call);
  return (
    <Pane id="locate" title={t('title')}>
      <Locate key={wanted} call={call} wanted={wanted} onChosen={onChosen} />
    </Pane>
  );
}

function Locate({
  call,
  wanted,
  onChosen,
}: {
  call: OpenCall;
  wanted: string;
  onChosen: () => void;
}) {
  const { t } = useTranslation('locate');
  const [kind, setKind] = useFindBy(call);
  const find = useFind(kind, setKind, wanted);
  const choose = useAskTo('patients.choose');
  return (
    <>
      <FindForm find={find} kind={kind} />
      <RefusedNote refused={choose.error} />
      {find.patients ? (
        <FoundList
          patients={find.patients}
          copiedAt={find.copiedAt}
          onChoose={({ mrn }) =>
            !choose.isPending && choose.mutate({ mrn }, { onSuccess: onChosen })
          }
        />
      ) : find.refused || find.fault ? null : (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      )}
    </>
  );
}
