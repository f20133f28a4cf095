import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** Nothing of the floor is kept at this desk: without the backend it is refused. */
export function floorHandlers({ backend }: DeskParts): SomeHandlers<'floor.read'> {
  return {
    'floor.read': ({ region, days }) =>
      backend.ask('floor', { query: { days, ...(region && { region }) } }),
  };
}
