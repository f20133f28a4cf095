import { CalendarDate } from '../../calendar/dates.ts';
import { Run } from '../../contract/runs.ts';
import { region, zoneOfRegion } from '../columns.ts';
import { exportList, unfiltered } from '../export-list.ts';

/** What the backend did by the calendar, the latest business days first. */
export const runs = exportList({
  sameAs: 'runs',
  filters: unfiltered,
  row: Run.extend({ businessOn: CalendarDate }),
  zoneOf: zoneOfRegion,
  columns: [
    { title: 'day', kind: 'date', width: 15, cell: ({ businessOn }) => businessOn },
    {
      title: 'run',
      kind: 'text',
      width: 24,
      cell: ({ kind }, words) =>
        words.exists(`runs:kinds.${kind}`) ? words.t(`runs:kinds.${kind as 'arrivals'}`) : kind,
    },
    region(7),
    { title: 'state', kind: 'text', width: 9, cell: ({ state }) => state },
    { title: 'began', kind: 'instant', width: 18, cell: ({ startedAt }) => startedAt },
    { title: 'ended', kind: 'instant', width: 18, cell: ({ finishedAt }) => finishedAt },
    { title: 'done', kind: 'count', width: 8, cell: ({ done }) => done },
    { title: 'total', kind: 'count', width: 8, cell: ({ total }) => total },
    { title: 'amount', kind: 'cents', width: 13, cell: ({ cents }) => cents },
    {
      title: 'difference',
      kind: 'cents',
      width: 12,
      cell: ({ differenceCents }) => differenceCents,
    },
  ],
});
