import { z } from 'zod';
import { DecidedApplication, WaitingApplication } from '../../contract/application-decisions.ts';
import { guarantor, guarantorId, reason, region, zoneOfRegion } from '../columns.ts';
import { exportList, unfiltered } from '../export-list.ts';

export const waitingApplications = exportList({
  sameAs: 'waitingApplications',
  filters: unfiltered,
  row: WaitingApplication,
  zoneOf: zoneOfRegion,
  columns: [
    { title: 'decideBy', kind: 'date', width: 15, cell: ({ decideBy }) => decideBy },
    guarantor(22),
    guarantorId(10),
    region(7),
    {
      title: 'appeal',
      kind: 'text',
      width: 8,
      cell: ({ state }, words) => words.t(state === 'appealed' ? 'exports:yes' : 'exports:no'),
    },
    { title: 'since', kind: 'date', width: 15, cell: ({ since }) => since },
    { title: 'handedInOn', kind: 'date', width: 15, cell: ({ submittedOn }) => submittedOn },
    { title: 'handedInBy', kind: 'text', width: 16, cell: ({ submittedBy }) => submittedBy },
    { title: 'deniedBy', kind: 'text', width: 16, cell: ({ deniedBy }) => deniedBy },
    { title: 'applicationId', kind: 'text', width: 0, cell: ({ applicationId }) => applicationId },
  ],
});

export const decidedApplications = exportList({
  sameAs: 'decidedApplications',
  filters: z.strictObject({ which: z.enum(['all', 'overrides']) }),
  row: DecidedApplication,
  zoneOf: zoneOfRegion,
  said: ({ which }, words) => (which === 'overrides' ? [words.t('decisions:onlyOver')] : []),
  columns: [
    { title: 'decidedAt', kind: 'instant', width: 18, cell: ({ decidedAt }) => decidedAt },
    { title: 'decidedBy', kind: 'text', width: 16, cell: ({ by }) => by },
    guarantor(20),
    guarantorId(10),
    region(7),
    {
      title: 'outcome',
      kind: 'text',
      width: 10,
      cell: ({ outcome, percent }, words) =>
        words.t(`decisions:outcome.${outcome}`, { percent: percent ?? 0 }),
    },
    { title: 'proposed', kind: 'count', width: 9, cell: ({ proposedPercent }) => proposedPercent },
    {
      title: 'appeal',
      kind: 'text',
      width: 8,
      cell: ({ isAppeal }, words) => words.t(isAppeal ? 'exports:yes' : 'exports:no'),
    },
    reason(30),
    { title: 'applicationId', kind: 'text', width: 0, cell: ({ applicationId }) => applicationId },
  ],
});
