import { IconCloudOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Refused } from '../desk/refused.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { AskNote } from '../parts/ask-note.tsx';
import { Busy } from '../parts/busy.tsx';

/** How it stands with what a page shows: it is being read, cannot be had, or is as it was when it could. */
export function ReadNote({
  reading: { data, error, isFetching, refetch },
  words,
}: {
  reading: Pick<UseQueryResult<unknown, Refused>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  words: { readonly away: string; readonly again: string; readonly reading: string };
}) {
  if (!error) return data ? null : <Busy busy does={words.reading} />;
  if (data) {
    return (
      <AskNote sign={IconCloudOff}>
        {error.reason === 'unreachable' ? words.away : error.message}
      </AskNote>
    );
  }
  return (
    <AskAgain refused={error} busy={isFetching} again={refetch}>
      {words.again}
    </AskAgain>
  );
}
