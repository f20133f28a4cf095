import { ScheduledException, UnsignedCopy } from '../../contract/authorisations.ts';
import { UnappliedCredit, UnknownOutcome } from '../../contract/exceptions.ts';
import { UnpostedPayment } from '../../contract/traces.ts';
import {
  amount,
  confirmation,
  guarantor,
  guarantorId,
  key,
  method,
  opened,
  postingOn,
  region,
  since,
  state,
  taken,
  takenBy,
  zoneOfRegion,
} from '../columns.ts';
import { exportList, unfiltered } from '../export-list.ts';

export const unknownOutcomes = exportList({
  sameAs: 'exceptionQueue',
  filters: unfiltered,
  row: UnknownOutcome,
  columns: [
    taken(18),
    guarantor(18),
    guarantorId(10),
    method(18),
    amount(10),
    state(10),
    since(18),
    takenBy(13),
    { title: 'askedInVain', kind: 'count', width: 8, cell: ({ askedInVain }) => askedInVain },
    {
      title: 'overriddenBy',
      kind: 'text',
      width: 13,
      cell: ({ override }) => override?.byName ?? null,
    },
    { title: 'reason', kind: 'text', width: 20, cell: ({ override }) => override?.reason ?? null },
    { title: 'workstation', kind: 'text', width: 0, cell: ({ workstationId }) => workstationId },
    key(0),
  ],
});

export const unappliedCredits = exportList({
  sameAs: 'unappliedCredits',
  filters: unfiltered,
  row: UnappliedCredit,
  columns: [
    taken(18),
    guarantor(20),
    guarantorId(10),
    method(20),
    { title: 'paid', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
    { title: 'creditAmount', kind: 'cents', width: 12, cell: ({ creditCents }) => creditCents },
    postingOn(14),
    confirmation(12),
    key(0),
  ],
});

export const scheduledExceptions = exportList({
  sameAs: 'exceptionQueue',
  filters: unfiltered,
  row: ScheduledException,
  columns: [
    opened(18),
    guarantor(20),
    guarantorId(10),
    method(20),
    amount(11),
    {
      title: 'why',
      kind: 'text',
      width: 30,
      cell: ({ kind }, words) => words.t(`exceptions:scheduledKinds.${kind}`),
    },
    { title: 'reference', kind: 'text', width: 0, cell: ({ authorisationId }) => authorisationId },
    key(0),
  ],
});

export const unsignedCopies = exportList({
  sameAs: 'unsignedCopies',
  filters: unfiltered,
  row: UnsignedCopy,
  zoneOf: zoneOfRegion,
  columns: [
    { title: 'agreedAt', kind: 'instant', width: 18, cell: ({ agreedAt }) => agreedAt },
    {
      title: 'kind',
      kind: 'text',
      width: 10,
      cell: ({ kind }, words) => words.t(`exceptions:unsignedKinds.${kind}`),
    },
    guarantor(22),
    guarantorId(10),
    region(7),
    method(24),
    { title: 'reference', kind: 'text', width: 28, cell: ({ authorisationId }) => authorisationId },
  ],
});

export const unposted = exportList({
  sameAs: 'unpostedPayments',
  filters: unfiltered,
  row: UnpostedPayment,
  zoneOf: zoneOfRegion,
  columns: [
    taken(18),
    guarantor(18),
    guarantorId(10),
    region(7),
    method(18),
    amount(11),
    state(9),
    postingOn(14),
    {
      title: 'daysLate',
      kind: 'count',
      width: 9,
      cell: ({ businessDaysLate }) => businessDaysLate,
    },
    confirmation(11),
    {
      title: 'tracedBy',
      kind: 'text',
      width: 13,
      cell: ({ trace }) => trace?.openedByName ?? null,
    },
    { title: 'why', kind: 'text', width: 18, cell: ({ trace }) => trace?.note ?? null },
    key(0),
  ],
});
