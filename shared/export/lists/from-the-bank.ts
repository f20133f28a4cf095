import { z } from 'zod';
import { nameMethod } from '../../billing/name-method.ts';
import { AchException } from '../../contract/ach-exceptions.ts';
import { UnmatchedArrival } from '../../contract/arrivals.ts';
import { exportList } from '../export-list.ts';

const filters = z.strictObject({});

export const achExceptions = exportList({
  sameAs: 'exceptionQueue',
  filters,
  row: AchException,
  lines: row => [row],
  columns: [
    { title: 'opened', kind: 'instant', width: 17, cell: ({ openedAt }) => openedAt },
    {
      title: 'kind',
      kind: 'text',
      width: 13,
      cell: ({ kind }, words) => words.t(`exports:fromBank.${kind}`),
    },
    { title: 'code', kind: 'text', width: 6, cell: ({ code }) => code },
    { title: 'reason', kind: 'text', width: 22, cell: ({ reason }) => reason },
    {
      title: 'guarantor',
      kind: 'text',
      width: 16,
      cell: ({ payment }) => payment?.guarantorName ?? null,
    },
    {
      title: 'guarantorId',
      kind: 'text',
      width: 10,
      cell: ({ payment }) => payment?.guarantorId ?? null,
    },
    {
      title: 'method',
      kind: 'text',
      width: 17,
      cell: ({ payment }, words) => payment && nameMethod(words, payment.method),
    },
    {
      title: 'amount',
      kind: 'cents',
      width: 10,
      cell: ({ payment }) => payment?.amountCents ?? null,
    },
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
    { title: 'key', kind: 'text', width: 0, cell: ({ payment }) => payment?.key ?? null },
  ],
});

export const arrivals = exportList({
  sameAs: 'exceptionQueue',
  filters,
  row: UnmatchedArrival,
  lines: row => [row],
  columns: [
    { title: 'booked', kind: 'date', width: 14, cell: ({ bookedOn }) => bookedOn },
    {
      title: 'method',
      kind: 'text',
      width: 10,
      cell: ({ channel }, words) => words.t(`search:methods.${channel}`),
    },
    { title: 'amount', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
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
