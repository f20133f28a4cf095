import type { KeyboardEvent } from 'react';

/** Arrow keys go from one button of a list to the next. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const next = by && document.activeElement && rows[rows.indexOf(document.activeElement) + by];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
