import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { useReadPapersAgain } from './use-papers-again.ts';

/** Adds a document: the main process asks for the file, and the page hears what became of it. */
export function useAddDocument(applicationId: string) {
  const { t } = useTranslation('documents');
  const add = useAskTo('documents.add');
  const readAgain = useReadPapersAgain();
  function run(kind: DocumentKind) {
    if (add.isPending) return;
    add.mutate(
      { applicationId, kind },
      {
        onSuccess: ({ document }) => {
          if (document) announce(t('added', { kind: t(`kinds.${kind}`) }));
        },
        onSettled: readAgain,
      },
    );
  }
  return { add, run };
}
