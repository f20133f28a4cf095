import { IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AskNote } from '../parts/ask-note.tsx';
import { showClock } from '../parts/show-time.ts';
import classes from './search-page.module.css';
import type { Copied } from './use-copied.ts';

function useSaid({ asOf, isAll, payments }: Copied): string {
  const { t } = useTranslation('search');
  return t(isAll ? 'copied.all' : 'copied.newest', {
    time: showClock(asOf),
    count: payments.length,
  });
}

/** That the rows are the copy's while the backend is asked: in the line of the totals, so that nothing moves for it. */
export function CopiedMeanwhile({ copied }: { copied: Copied }) {
  const { t } = useTranslation('search');
  return (
    <span data-copied className={classes.copied}>
      {useSaid(copied)} {t('copied.asking')}
    </span>
  );
}

/** That the rows are the copy's, how old and how complete they are, because the backend cannot be asked. */
export function CopiedInstead({ copied }: { copied: Copied }) {
  const { t } = useTranslation('search');
  return (
    <AskNote sign={IconDatabase}>
      <span data-copied>
        {useSaid(copied)} {t('copied.away')}
      </span>
    </AskNote>
  );
}
