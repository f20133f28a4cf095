import { useTranslation } from 'react-i18next';
import type { AssistanceApplication } from '#shared/assistance/application.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { useAsk } from '../../desk/ask.ts';
import { useAway } from '../../desk/use-away.ts';
import { Busy } from '../../parts/busy.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import application from '../application/application.module.css';
import cases from '../case.module.css';
import { DocumentChecklist } from './document-checklist.tsx';
import { useReadOnNews } from './use-read-on-news.ts';

/** What an application asks for, what became of each, and the files that came: the one place of its documents. */
export function ApplicationDocuments({
  application: { applicationId, requirements },
  caseId,
  today,
  mayWork,
  news,
}: {
  application: AssistanceApplication;
  caseId: string;
  today: CalendarDate;
  /** The case is this counselor's. */
  mayWork: boolean;
  /** How much the case's history has: with it the documents are read again. */
  news: number;
}) {
  const { t } = useTranslation('documents');
  const { data, error, isPending, refetch } = useAsk('documents.list', { caseId });
  useReadOnNews(news, refetch);
  const isAway = useAway();
  // The files are those of the guarantor's newest application.
  const papers = data?.applicationId === applicationId ? data : undefined;
  const isOlder = data !== undefined && !papers;
  return (
    <section aria-labelledby="application-documents" className={application.block}>
      <h4 id="application-documents" className={application.heading}>
        {t('title')}
      </h4>
      {!isAway && <RefusedNote refused={error} />}
      {isPending && !isAway && <Busy busy does={t('reading')} />}
      {papers && !papers.isOpen && <p className={cases.small}>{t('closed')}</p>}
      {isOlder && <p className={cases.small}>{t('olderFiles')}</p>}
      <DocumentChecklist
        asked={papers?.asked ?? requirements}
        documents={papers?.documents ?? []}
        state={papers?.state ?? null}
        ids={{ caseId, applicationId }}
        today={today}
        mayWork={mayWork && papers?.isOpen === true}
        isAway={isAway}
      />
    </section>
  );
}
