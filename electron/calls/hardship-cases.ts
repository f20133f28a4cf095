import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** The counselors' cases. Nothing of them is kept at this desk: without the backend they are refused. */
export function hardshipCaseHandlers({
  backend,
}: DeskParts): SomeHandlers<
  'cases.list' | 'cases.read' | 'cases.open' | 'cases.take' | 'cases.putBack'
> {
  return {
    'cases.list': () => backend.ask('hardshipCases', {}),
    'cases.read': params => backend.ask('hardshipCase', { params }),
    'cases.open'(body) {
      if (holdsCardNumber(body.reason)) throw new Refused('card_in_notes', 'reason');
      return backend.ask('openHardshipCase', { body });
    },
    'cases.take': params => backend.ask('takeHardshipCase', { params }),
    'cases.putBack': params => backend.ask('putBackHardshipCase', { params }),
  };
}
