import type { KeyboardEvent } from 'react';

/** Enter and space on a focused button are how slips happen; what must not slip has a key of its own. */
export function leavePlainKeys(event: KeyboardEvent): void {
  const plain = event.key === 'Enter' || event.key === ' ';
  if (plain && !event.ctrlKey && !event.metaKey) event.preventDefault();
}
