import { Button } from '@mantine/core';
import type { Refused } from '../desk/refused.ts';
import { RefusedNote } from './refused-note.tsx';

/** Why something could not be read, with the button that reads it again. */
export function AskAgain({
  refused,
  busy,
  again,
  children,
}: {
  refused: Refused;
  busy: boolean;
  again: () => unknown;
  /** What the button is called. */
  children: string;
}) {
  return (
    <RefusedNote refused={refused}>
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        data-focus-first
        loading={busy}
        onClick={() => void again()}
      >
        {children}
      </Button>
    </RefusedNote>
  );
}
