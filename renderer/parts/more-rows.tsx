import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Refused } from '../desk/refused.ts';
import { RefusedNote } from './refused-note.tsx';

/** The button below a list that goes on; nothing where everything is shown. */
export function MoreRows({
  pages: { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage },
  children,
}: {
  pages: Pick<
    UseInfiniteQueryResult<unknown, Refused>,
    'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error' | 'fetchNextPage'
  >;
  /** What the button is called. */
  children: string;
}) {
  if (!hasNextPage) return null;
  return (
    <>
      {isFetchNextPageError && <RefusedNote refused={error} />}
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        loading={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {children}
      </Button>
    </>
  );
}
