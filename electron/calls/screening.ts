import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** What households say of themselves: asked of the backend each time, refused without it. */
export function screeningHandlers({
  backend,
}: DeskParts): SomeHandlers<'screening.read' | 'screening.save'> {
  return {
    'screening.read': params => backend.ask('screenings', { params }),
    'screening.save': ({ household, ...params }) =>
      backend.ask('saveScreening', { params, body: household }),
  };
}
