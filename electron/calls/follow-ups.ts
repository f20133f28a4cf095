import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** The worklist of what came back. Nothing of it is kept at this desk: without the backend it is refused. */
export function followUpHandlers({
  backend,
}: DeskParts): SomeHandlers<
  'followUps.list' | 'followUps.count' | 'followUps.take' | 'followUps.putBack' | 'followUps.finish'
> {
  return {
    'followUps.list': () => backend.ask('followUps', {}),
    'followUps.count': () => backend.ask('followUpCount', {}),
    'followUps.take': params => backend.ask('takeFollowUp', { params }),
    'followUps.putBack': params => backend.ask('putBackFollowUp', { params }),
    'followUps.finish'({ id, done }) {
      if (holdsCardNumber(done.note)) throw new Refused('card_in_notes', 'note');
      return backend.ask('finishFollowUp', { params: { id }, body: done });
    },
  };
}
