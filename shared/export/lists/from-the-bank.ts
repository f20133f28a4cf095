import { AchException } from '../../contract/ach-exceptions.ts';
import { UnmatchedArrival } from '../../contract/arrivals.ts';
import {
  amount,
  guarantor,
  guarantorId,
  key,
  method,
  ofPayment,
  opened,
  reason,
} from '../columns.ts';
import { exportList, unfiltered } from '../export-list.ts';

export const achExceptions = exportList({
  sameAs: 'exceptionQueue',
  filters: unfiltered,
  row: AchException,
  columns: [
    opened(17),
    {
      title: 'kind',
      kind: 'text',
      width: 13,
      cell: ({ kind }, words) => words.t(`exports:fromBank.${kind}`),
    },
    { title: 'code', kind: 'text', width: 6, cell: ({ code }) => code },
    reason(22),
    ofPayment(guarantor(16)),
    ofPayment(guarantorId(10)),
    ofPayment(method(17)),
    ofPayment(amount(10)),
    {
      title: 'toDo',
      kind: 'text',
      width: 30,
      cell: ({ toDo }, words) => words.t(`exceptions:toDo.${toDo}`),
    },
    { title: 'retryOn', kind: 'date', width: 13, cell: ({ retryOn }) => retryOn },
    {
      title: 'followUp',
      kind: 'text',
      width: 12,
      cell: ({ followUp }) => followUp && (followUp.doneByName ?? followUp.takenByName),
    },
    ofPayment(key(0)),
  ],
});

export const arrivals = exportList({
  sameAs: 'exceptionQueue',
  filters: unfiltered,
  row: UnmatchedArrival,
  columns: [
    { title: 'booked', kind: 'date', width: 14, cell: ({ bookedOn }) => bookedOn },
    {
      title: 'method',
      kind: 'text',
      width: 10,
      cell: ({ channel }, words) => words.t(`search:methods.${channel}`),
    },
    amount(11),
    { title: 'from', kind: 'text', width: 20, cell: ({ remitter }) => remitter },
    { title: 'remittance', kind: 'text', width: 28, cell: ({ remittance }) => remittance },
    {
      title: 'why',
      kind: 'text',
      width: 22,
      cell: ({ why }, words) => words.t(`arrivals:why.${why}`),
    },
    { title: 'named', kind: 'text', width: 18, cell: ({ guarantorName }) => guarantorName },
    { title: 'namedId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'statement', kind: 'text', width: 14, cell: ({ statementId }) => statementId },
    { title: 'entry', kind: 'text', width: 12, cell: ({ entryId }) => entryId },
  ],
});
