import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { Timeline } from '../collections/timeline.tsx';
import { useAsk } from '../desk/ask.ts';
import { Busy } from '../parts/busy.tsx';
import { RefusedNote } from '../parts/refused-note.tsx';
import classes from './case.module.css';
import { useReadOnNews } from './documents/use-read-on-news.ts';

/** Where the account stands on its way to collections. */
export function CollectionsPart({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('collections');
  const { caseId } = hardshipCase;
  const { data, error, isFetching, refetch } = useAsk('collections.ofCase', { caseId });
  useReadOnNews(hardshipCase, refetch);
  return (
    <section aria-labelledby="case-collections" className={classes.part}>
      <h3 id="case-collections" className={classes.title}>
        {t('title')}
      </h3>
      {!data && !error && <Busy busy does={t('reading')} />}
      {error && !data && (
        <RefusedNote refused={error}>
          <Button
            size="compact-sm"
            variant="default"
            mt="xs"
            loading={isFetching}
            onClick={() => void refetch()}
          >
            {t('again')}
          </Button>
        </RefusedNote>
      )}
      {data?.accounts.length === 0 && <p className={classes.small}>{t('nothing')}</p>}
      {data?.accounts.map(timeline => (
        <Timeline key={timeline.accountId} timeline={timeline} today={data.today} />
      ))}
    </section>
  );
}
