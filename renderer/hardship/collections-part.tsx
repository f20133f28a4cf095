import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { Timeline } from '../collections/timeline.tsx';
import { useAsk } from '../desk/ask.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { Busy } from '../parts/busy.tsx';
import classes from './case.module.css';
import { useReadOnNews } from './documents/use-read-on-news.ts';

/** Where the account stands on its way to collections. */
export function CollectionsPart({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('collections');
  const { caseId } = hardshipCase;
  const { data, error, isFetching, refetch } = useAsk('collections.ofCase', { caseId });
  useReadOnNews(hardshipCase.events.length, refetch);
  return (
    <section aria-labelledby="case-collections" className={classes.part}>
      <h3 id="case-collections" className={classes.title}>
        {t('title')}
      </h3>
      {!data && !error && <Busy busy does={t('reading')} />}
      {error && !data && (
        <AskAgain refused={error} busy={isFetching} again={refetch}>
          {t('again')}
        </AskAgain>
      )}
      {data?.accounts.length === 0 && <p className={classes.small}>{t('nothing')}</p>}
      {data?.accounts.map(timeline => (
        <Timeline key={timeline.accountId} timeline={timeline} today={data.today} />
      ))}
    </section>
  );
}
