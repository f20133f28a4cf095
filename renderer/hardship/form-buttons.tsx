import { Button, Group } from '@mantine/core';
import { useKeys } from '../parts/keys.ts';

/** Sends what was typed into a form of a case, or leaves it as it was; Escape leaves it, too. */
export function FormButtons({
  does,
  leaves,
  busy,
  onLeave,
}: {
  does: string;
  leaves: string;
  busy: boolean;
  onLeave: () => void;
}) {
  useKeys({ Escape: { does: leaves, run: onLeave } });
  return (
    <Group gap="xs">
      <Button type="submit" size="compact-sm" loading={busy}>
        {does}
      </Button>
      <Button size="compact-sm" variant="default" aria-keyshortcuts="Escape" onClick={onLeave}>
        {leaves}
      </Button>
    </Group>
  );
}
