import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** Money that arrived by itself. Nothing of it is kept at this desk: without the backend it is refused. */
export function arrivalHandlers({ backend }: DeskParts): SomeHandlers<'arrivals.assign'> {
  return {
    'arrivals.assign': ({ arrivalId, ...body }) =>
      backend.ask('assignArrival', { params: { arrivalId }, body }),
  };
}
