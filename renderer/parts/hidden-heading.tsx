import { VisuallyHidden } from '@mantine/core';

/** The heading of a page that shows none of its own, or none yet: heard, not seen. */
export function HiddenHeading({ children }: { children: string }) {
  return (
    <VisuallyHidden>
      <h1>{children}</h1>
    </VisuallyHidden>
  );
}
