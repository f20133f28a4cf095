import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { useAsk } from '../../desk/ask.ts';
import { useAway } from '../../desk/use-away.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import caseClasses from '../case.module.css';
import classes from './documents.module.css';
import { LetterRow } from './letter-row.tsx';
import { useReadOnNews } from './use-read-on-news.ts';

/** While one waits, nobody tells this desk that it has left. */
const READ_AGAIN_MS = 10_000;

/** The letters of a case, the newest first: on their way or sent, to be looked at and saved. */
export function CaseLetters({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('documents');
  const { caseId, events } = hardshipCase;
  const { data, error, refetch } = useAsk('letters.ofCase', { caseId });
  useReadOnNews(events.length, refetch);
  const isAway = useAway();
  const waits = data?.letters.some(({ sentAt }) => sentAt === null) ?? false;
  useEffect(() => {
    if (!waits || isAway) return;
    const timer = setInterval(() => void refetch(), READ_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits, isAway, refetch]);
  return (
    <section aria-labelledby="case-letters" className={caseClasses.part}>
      <h3 id="case-letters" className={caseClasses.title}>
        {t('letters')}
      </h3>
      {!isAway && <RefusedNote refused={error} />}
      {data?.letters.length === 0 && <p className={caseClasses.small}>{t('noLetters')}</p>}
      <ul aria-labelledby="case-letters" className={classes.letters}>
        {data?.letters.map(letter => (
          <LetterRow key={letter.letterId} letter={letter} />
        ))}
      </ul>
    </section>
  );
}
