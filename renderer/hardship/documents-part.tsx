import { useTranslation } from 'react-i18next';
import type { CaseDocuments } from '#shared/contract/documents.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAsk } from '../desk/ask.ts';
import { useAway } from '../desk/use-away.ts';
import { AwayNote } from '../parts/away-note.tsx';
import { Busy } from '../parts/busy.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './case.module.css';
import { CaseLetters } from './documents/case-letters.tsx';
import { DocumentChecklist } from './documents/document-checklist.tsx';
import { useReadOnNews } from './documents/use-read-on-news.ts';

/** The papers that an application waits for, those that came, and the letters that left. */
export function DocumentsPart({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('documents');
  const { caseId, owner, closed } = hardshipCase;
  const found = useAsk('documents.list', { caseId });
  useReadOnNews(hardshipCase, found.refetch);
  const isAway = useAway();
  const mayWork = owner?.isYou === true && closed === null;
  return (
    <section aria-labelledby="case-documents" className={classes.part}>
      <h3 id="case-documents" className={classes.title}>
        {t('title')}
      </h3>
      {isAway && <AwayNote title={t('away')} instead={[t('awayInstead')]} />}
      {!isAway && <RefusedNote refused={found.error} />}
      {found.isPending && !isAway && <Busy busy />}
      {/* What is on the screen stays there while the backend is away, with what was typed below it. */}
      {found.data && <Papers papers={found.data} mayWork={mayWork && !isAway} />}
      <CaseLetters hardshipCase={hardshipCase} isAway={isAway} />
    </section>
  );
}

function Papers({ papers, mayWork }: { papers: CaseDocuments; mayWork: boolean }) {
  const { t } = useTranslation('documents');
  const { applicationId, isOpen } = papers;
  if (applicationId === null) return <p className={classes.small}>{t('none')}</p>;
  return (
    <>
      {!isOpen && <p className={classes.small}>{t('closed')}</p>}
      <DocumentChecklist
        papers={papers}
        applicationId={applicationId}
        mayWork={mayWork && isOpen}
      />
    </>
  );
}
