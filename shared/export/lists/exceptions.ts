import { z } from 'zod';
import { nameMethod } from '../../billing/name-method.ts';
import { ScheduledException, UnsignedCopy } from '../../contract/authorisations.ts';
import { UnappliedCredit, UnknownOutcome } from '../../contract/exceptions.ts';
import { UnpostedPayment } from '../../contract/traces.ts';
import { regions } from '../../organization/regions.ts';
import { exportList } from '../export-list.ts';

const filters = z.strictObject({});

export const unknownOutcomes = exportList({
  sameAs: 'exceptionQueue',
  filters,
  row: UnknownOutcome,
  lines: row => [row],
  columns: [
    { title: 'taken', kind: 'instant', width: 18, cell: ({ takenAt }) => takenAt },
    { title: 'guarantor', kind: 'text', width: 18, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    {
      title: 'method',
      kind: 'text',
      width: 18,
      cell: ({ method }, words) => nameMethod(words, method),
    },
    { title: 'amount', kind: 'cents', width: 10, cell: ({ amountCents }) => amountCents },
    {
      title: 'state',
      kind: 'text',
      width: 10,
      cell: ({ state }, words) => words.t(`balance:states.${state}`),
    },
    { title: 'since', kind: 'instant', width: 18, cell: ({ stateAt }) => stateAt },
    { title: 'takenBy', kind: 'text', width: 13, cell: ({ takenByName }) => takenByName },
    { title: 'askedInVain', kind: 'count', width: 8, cell: ({ askedInVain }) => askedInVain },
    {
      title: 'overriddenBy',
      kind: 'text',
      width: 13,
      cell: ({ override }) => override?.byName ?? null,
    },
    { title: 'reason', kind: 'text', width: 20, cell: ({ override }) => override?.reason ?? null },
    { title: 'workstation', kind: 'text', width: 0, cell: ({ workstationId }) => workstationId },
    { title: 'key', kind: 'text', width: 0, cell: ({ key }) => key },
  ],
});

export const unappliedCredits = exportList({
  sameAs: 'unappliedCredits',
  filters,
  row: UnappliedCredit,
  lines: row => [row],
  columns: [
    { title: 'taken', kind: 'instant', width: 18, cell: ({ takenAt }) => takenAt },
    { title: 'guarantor', kind: 'text', width: 20, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    {
      title: 'method',
      kind: 'text',
      width: 20,
      cell: ({ method }, words) => nameMethod(words, method),
    },
    { title: 'paid', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
    { title: 'creditAmount', kind: 'cents', width: 12, cell: ({ creditCents }) => creditCents },
    { title: 'postingOn', kind: 'date', width: 14, cell: ({ postingOn }) => postingOn },
    { title: 'confirmation', kind: 'text', width: 12, cell: ({ confirmation }) => confirmation },
    { title: 'key', kind: 'text', width: 0, cell: ({ key }) => key },
  ],
});

export const scheduledExceptions = exportList({
  sameAs: 'exceptionQueue',
  filters,
  row: ScheduledException,
  lines: row => [row],
  columns: [
    { title: 'opened', kind: 'instant', width: 18, cell: ({ openedAt }) => openedAt },
    { title: 'guarantor', kind: 'text', width: 20, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    {
      title: 'method',
      kind: 'text',
      width: 20,
      cell: ({ method }, words) => nameMethod(words, method),
    },
    { title: 'amount', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
    {
      title: 'why',
      kind: 'text',
      width: 30,
      cell: ({ kind }, words) => words.t(`exceptions:scheduledKinds.${kind}`),
    },
    { title: 'reference', kind: 'text', width: 0, cell: ({ authorisationId }) => authorisationId },
    { title: 'key', kind: 'text', width: 0, cell: ({ key }) => key },
  ],
});

export const unsignedCopies = exportList({
  sameAs: 'unsignedCopies',
  filters,
  row: UnsignedCopy,
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  columns: [
    { title: 'agreedAt', kind: 'instant', width: 18, cell: ({ agreedAt }) => agreedAt },
    {
      title: 'kind',
      kind: 'text',
      width: 10,
      cell: ({ kind }, words) => words.t(`exceptions:unsignedKinds.${kind}`),
    },
    { title: 'guarantor', kind: 'text', width: 22, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'region', kind: 'text', width: 7, cell: ({ region }) => region },
    {
      title: 'method',
      kind: 'text',
      width: 24,
      cell: ({ method }, words) => nameMethod(words, method),
    },
    { title: 'reference', kind: 'text', width: 28, cell: ({ authorisationId }) => authorisationId },
  ],
});

export const unposted = exportList({
  sameAs: 'unpostedPayments',
  filters,
  row: UnpostedPayment,
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  columns: [
    { title: 'taken', kind: 'instant', width: 18, cell: ({ takenAt }) => takenAt },
    { title: 'guarantor', kind: 'text', width: 18, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'region', kind: 'text', width: 7, cell: ({ region }) => region },
    {
      title: 'method',
      kind: 'text',
      width: 18,
      cell: ({ method }, words) => nameMethod(words, method),
    },
    { title: 'amount', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
    {
      title: 'state',
      kind: 'text',
      width: 9,
      cell: ({ state }, words) => words.t(`balance:states.${state}`),
    },
    { title: 'postingOn', kind: 'date', width: 14, cell: ({ postingOn }) => postingOn },
    {
      title: 'daysLate',
      kind: 'count',
      width: 9,
      cell: ({ businessDaysLate }) => businessDaysLate,
    },
    { title: 'confirmation', kind: 'text', width: 11, cell: ({ confirmation }) => confirmation },
    {
      title: 'tracedBy',
      kind: 'text',
      width: 13,
      cell: ({ trace }) => trace?.openedByName ?? null,
    },
    { title: 'why', kind: 'text', width: 18, cell: ({ trace }) => trace?.note ?? null },
    { title: 'key', kind: 'text', width: 0, cell: ({ key }) => key },
  ],
});
