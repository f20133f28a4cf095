import type { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import type { ExportListName } from '#shared/export/lists.ts';
import type { QueueFilter } from './use-exceptions.ts';

/** The list that says more of each exception of a kind than the queue does. */
const ownList: Partial<Record<ExceptionKind, ExportListName>> = {
  unknown: 'unknownOutcomes',
  unposted: 'unposted',
  returned: 'achExceptions',
  notice: 'achExceptions',
  not_sent: 'achExceptions',
  bank_file: 'achExceptions',
  return_rate: 'achExceptions',
  not_taken: 'scheduledExceptions',
  unmatched: 'arrivals',
};

/** The lists of what is open that fit what the queue is narrowed to; they do not know whose an exception is. */
export function ownLists({ kind, whose }: QueueFilter): ExportListName[] {
  if (whose === 'resolved') return [];
  const lists = kind === null ? Object.values(ownList) : [ownList[kind]];
  return [...new Set(lists)].filter(list => list !== undefined);
}

/** What stands below the queue, whatever that is narrowed to; nobody exports it with one kind of exceptions. */
export const listsBelow = ({ kind, whose }: QueueFilter): ExportListName[] =>
  kind === null && whose !== 'resolved' ? ['unappliedCredits', 'unsignedCopies'] : [];
