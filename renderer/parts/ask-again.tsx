import { Button } from '@mantine/core';
import type { Refused } from '../desk/refused.ts';
import { RefusedNote } from './refused-note.tsx';

/** Why something could not be read, with the button that reads it again. */
export function AskAgain({
  refused,
  busy,
  again,
  takesFocus = false,
  children,
}: {
  refused: Refused;
  busy: boolean;
  again: () => unknown;
  /** The pane has nothing else to take the keyboard to. */
  takesFocus?: boolean;
  /** What the button is called. */
  children: string;
}) {
  return (
    <RefusedNote refused={refused}>
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        {...(takesFocus && { 'data-focus-first': true })}
        loading={busy}
        onClick={() => void again()}
      >
        {children}
      </Button>
    </RefusedNote>
  );
}
