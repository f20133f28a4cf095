import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

function refuseCardNumber(words: string, field: string): void {
  if (holdsCardNumber(words)) throw new Refused('card_in_notes', field);
}

/** What a counselor does in a case of their own: without the backend it is refused. */
export function hardshipWorkHandlers({
  backend,
}: DeskParts): SomeHandlers<
  | 'cases.callBack'
  | 'cases.finishItem'
  | 'cases.setPriority'
  | 'cases.close'
  | 'cases.takeOver'
  | 'cases.handOver'
  | 'cases.colleagues'
  | 'cases.closed'
  | 'cases.reopen'
> {
  return {
    'cases.callBack'({ callback: body, ...params }) {
      refuseCardNumber(body.note, 'note');
      return backend.ask('keepCallback', { params, body });
    },
    'cases.finishItem'({ done: body, ...params }) {
      refuseCardNumber(body.note, 'note');
      return backend.ask('finishCaseItem', { params, body });
    },
    'cases.setPriority': ({ priority, ...params }) =>
      backend.ask('setCasePriority', { params, body: { priority } }),
    'cases.close'({ close: body, ...params }) {
      refuseCardNumber(body.note, 'note');
      return backend.ask('closeHardshipCase', { params, body });
    },
    'cases.takeOver'({ takeover: body, ...params }) {
      refuseCardNumber(body.reason, 'reason');
      return backend.ask('takeOverCase', { params, body });
    },
    'cases.handOver'({ handover: body, ...params }) {
      refuseCardNumber(body.note, 'note');
      return backend.ask('handOverCase', { params, body });
    },
    'cases.closed': body => backend.ask('closedCases', { body }),
    'cases.reopen'({ caseId, ...body }) {
      refuseCardNumber(body.reason, 'reason');
      return backend.ask('reopenHardshipCase', { params: { caseId }, body });
    },
    'cases.colleagues': params => backend.ask('caseColleagues', { params }),
  };
}
