import type { KeyboardEvent } from 'react';

/** Where an arrow key leads in a list of `count`; undefined when the key is none of ours. */
export function stepTo(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** Arrow keys walk over the lines of all tables; right and left open and close the one in focus. */
export function moveBetweenLines(event: KeyboardEvent<HTMLElement>): void {
  const line = event.target as HTMLElement;
  if (!line.matches('[data-line]') || event.ctrlKey || event.altKey || event.metaKey) return;
  const expanded = line.getAttribute('aria-expanded') === 'true';
  if ((event.key === 'ArrowRight' && !expanded) || (event.key === 'ArrowLeft' && expanded)) {
    event.preventDefault();
    line.click();
    return;
  }
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const to = stepTo(event.key, lines.indexOf(line), lines.length);
  if (to === undefined) return;
  event.preventDefault();
  lines[to]?.focus();
}
