import { access, mayUse } from '#shared/access/table.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** A link is for whoever may read a payment's whole life; to anybody else not even its key is given. */
export function linkHandlers({ links }: Pick<DeskParts, 'links'>): SomeHandlers<'links.take'> {
  return {
    'links.take'(_input, { role }) {
      const taken = links.take();
      if (taken === undefined) return null;
      return mayUse(access.calls['search.life'], role) ? taken : { kind: 'not_yours' };
    },
  };
}
