import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** Nothing of the runs is kept at this desk: without the backend it is refused. */
export function runHandlers({ backend }: DeskParts): SomeHandlers<'runs.list'> {
  return {
    'runs.list': ({ before }) => backend.ask('runs', { query: before === null ? {} : { before } }),
  };
}
