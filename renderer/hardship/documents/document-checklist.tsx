import { useTranslation } from 'react-i18next';
import { DocumentKind } from '#shared/assistance/policy.ts';
import type { AskedDocument, CaseDocuments } from '#shared/contract/documents.ts';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { DocumentOnItsWay } from './document-on-its-way.tsx';
import { DocumentRow } from './document-row.tsx';
import classes from './documents.module.css';
import { KindHead } from './kind-head.tsx';
import { useAddDocument } from './use-add-document.ts';

const ADD_KEY = 'Ctrl+D';

/** What comes next: what is missing, then what was refused. */
const nextToAdd = (asked: readonly AskedDocument[]) =>
  asked.find(({ state }) => state === 'missing') ?? asked.find(({ state }) => state === 'refused');

/** What is asked for, kind by kind, and below each what came; a key adds what is missing first. */
export function DocumentChecklist({
  papers,
  applicationId,
  mayWork,
}: {
  papers: CaseDocuments;
  applicationId: string;
  mayWork: boolean;
}) {
  const { t } = useTranslation('documents');
  const { asked, documents } = papers;
  const { add, run } = useAddDocument(applicationId);
  const next = nextToAdd(asked);
  useKeys(
    mayWork && next
      ? { [ADD_KEY]: { does: t('addNext'), run: () => run(next.kind), shown: 'help' } }
      : {},
  );
  const shown = DocumentKind.options.filter(
    kind => asked.some(each => each.kind === kind) || documents.some(each => each.kind === kind),
  );
  return (
    <>
      <ul aria-label={t('title')} className={classes.kinds}>
        {shown.map(kind => (
          <li key={kind}>
            <KindHead
              kind={kind}
              asked={asked.find(each => each.kind === kind)}
              mayAdd={mayWork && !add.isPending}
              {...(next?.kind === kind && { keyName: ADD_KEY })}
              onAdd={() => run(kind)}
            />
            <ul aria-label={t(`kinds.${kind}`)}>
              {documents
                .filter(each => each.kind === kind)
                .map(each => (
                  <DocumentRow key={each.documentId} document={each} mayRefuse={mayWork} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {add.isPending && <DocumentOnItsWay />}
      <RefusedNote refused={add.error} />
    </>
  );
}
