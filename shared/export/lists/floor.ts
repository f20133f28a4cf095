import type { i18n } from 'i18next';
import { z } from 'zod';
import { CalendarDate } from '../../calendar/dates.ts';
import { Floor, FloorDay, FloorDays } from '../../contract/floor.ts';
import { averageOf } from '../../floor/shares.ts';
import { RegionCode, regions } from '../../organization/regions.ts';
import { methodKind } from '../columns.ts';
import { type Column, exportList } from '../export-list.ts';

/** The floor of a region, or of all that are served, over some days. */
export const ExportedFloor = z.strictObject({ region: RegionCode.nullable(), days: FloorDays });
type ExportedFloor = z.infer<typeof ExportedFloor>;

/** What was taken on a day, or in an hour of today, by one method. */
const Taken = FloorDay.shape.taken.element;
const TakenOn = Taken.extend({ on: CalendarDate });
const TakenIn = Taken.extend({ hour: z.int().min(0).max(23) });

const said = ({ region, days }: ExportedFloor, words: i18n) => [
  region ? regions[region].name : words.t('floor:allRegions'),
  words.t('floor:daysOf', { count: Number(days) }),
];
const ofMethod: readonly Column<z.infer<typeof Taken>>[] = [
  methodKind(20),
  { title: 'payments', kind: 'count', width: 12, cell: ({ count }) => count },
  { title: 'sum', kind: 'cents', width: 14, cell: ({ cents }) => cents },
];
const ofFloor = { sameAs: 'floor', filters: ExportedFloor, said } as const;

export const floorDays = exportList({
  ...ofFloor,
  row: FloorDay,
  columns: [
    { title: 'date', kind: 'date', width: 13, cell: ({ on }) => on },
    {
      title: 'payments',
      kind: 'count',
      width: 9,
      cell: ({ taken }) => taken.reduce((sum, { count }) => sum + count, 0),
    },
    {
      title: 'sum',
      kind: 'cents',
      width: 12,
      cell: ({ taken }) => taken.reduce((sum, { cents }) => sum + cents, 0),
    },
    { title: 'cardsTried', kind: 'count', width: 8, cell: ({ cards }) => cards.answered },
    { title: 'cardsDeclined', kind: 'count', width: 9, cell: ({ cards }) => cards.declined },
    { title: 'calls', kind: 'count', width: 7, cell: ({ handling }) => handling.calls },
    {
      title: 'averageSeconds',
      kind: 'count',
      width: 9,
      cell: ({ handling }) => averageOf(handling.seconds, handling.calls),
    },
    {
      title: 'medianSeconds',
      kind: 'count',
      width: 9,
      cell: ({ handling }) => handling.medianSeconds,
    },
    { title: 'promisesKept', kind: 'count', width: 9, cell: ({ promises }) => promises.kept },
    { title: 'promisesBroken', kind: 'count', width: 9, cell: ({ promises }) => promises.broken },
    { title: 'promisesOpen', kind: 'count', width: 9, cell: ({ promises }) => promises.open },
    { title: 'plansOffered', kind: 'count', width: 8, cell: ({ plans }) => plans.offered },
    { title: 'plansAgreed', kind: 'count', width: 8, cell: ({ plans }) => plans.agreed },
    { title: 'instalmentsMissed', kind: 'count', width: 11, cell: ({ plans }) => plans.missed },
  ],
});

export const floorMethods = exportList({
  ...ofFloor,
  row: TakenOn,
  columns: [{ title: 'date', kind: 'date', width: 14, cell: ({ on }) => on }, ...ofMethod],
});

export const floorHours = exportList({
  ...ofFloor,
  row: TakenIn,
  columns: [
    {
      title: 'hour',
      kind: 'text',
      width: 10,
      cell: ({ hour }) => `${String(hour).padStart(2, '0')}:00`,
    },
    ...ofMethod,
  ],
});

export const floorDeclines = exportList({
  ...ofFloor,
  row: Floor.shape.declines.element,
  columns: [
    {
      title: 'reason',
      kind: 'text',
      width: 30,
      cell: ({ code }, words) => words.t(`summary:declines.${code}`),
    },
    { title: 'code', kind: 'text', width: 20, cell: ({ code }) => code },
    { title: 'cards', kind: 'count', width: 10, cell: ({ count }) => count },
  ],
});
