import { z } from 'zod';
import { DecidedApplication, WaitingApplication } from '../../contract/application-decisions.ts';
import { regions } from '../../organization/regions.ts';
import { exportList } from '../export-list.ts';

export const waitingApplications = exportList({
  sameAs: 'waitingApplications',
  filters: z.strictObject({}),
  row: WaitingApplication,
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  columns: [
    { title: 'decideBy', kind: 'date', width: 15, cell: ({ decideBy }) => decideBy },
    { title: 'guarantor', kind: 'text', width: 22, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'region', kind: 'text', width: 7, cell: ({ region }) => region },
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
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  said: ({ which }, words) => (which === 'overrides' ? [words.t('decisions:onlyOver')] : []),
  columns: [
    { title: 'decidedAt', kind: 'instant', width: 18, cell: ({ decidedAt }) => decidedAt },
    { title: 'decidedBy', kind: 'text', width: 16, cell: ({ by }) => by },
    { title: 'guarantor', kind: 'text', width: 20, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'region', kind: 'text', width: 7, cell: ({ region }) => region },
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
    { title: 'reason', kind: 'text', width: 30, cell: ({ reason }) => reason },
    { title: 'applicationId', kind: 'text', width: 0, cell: ({ applicationId }) => applicationId },
  ],
});
