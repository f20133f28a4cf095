import { z } from 'zod';
import { CalendarDate } from '../../calendar/dates.ts';
import { sayDate } from '../../calendar/say-date.ts';
import {
  DayCorrection,
  DayPayment,
  ShownFinding,
  ShownRow,
} from '../../contract/reconciliation.ts';
import { cents } from '../../money/cents.ts';
import { RegionCode, regions } from '../../organization/regions.ts';
import { DayCell } from '../../reconciliation/cell.ts';
import { ReconciledRow } from '../../reconciliation/day.ts';
import { sayDifference, sayStage } from '../../reconciliation/say-day.ts';
import {
  amount,
  confirmation,
  guarantor,
  guarantorId,
  method,
  methodKind,
  ofPayment,
  paymentKey,
  reason,
  state,
  taken,
  zoneOfRegion,
} from '../columns.ts';
import { type Column, exportList } from '../export-list.ts';

/** A business day of a region. */
export const ExportedDay = z.strictObject({ region: RegionCode, day: CalendarDate });
type ExportedDay = z.infer<typeof ExportedDay>;

/** A row with what was said of it when the day was closed. */
export const ExportedDayRow = ShownRow.omit({ findings: true }).extend({
  note: z.string().nullable(),
});
export type ExportedDayRow = z.infer<typeof ExportedDayRow>;

/** A payment on which the sources differ, with its row, however many there are. */
export const ExportedFinding = ReconciledRow.pick({ stage: true, method: true, batch: true })
  .extend({ keptOutside: z.boolean(), guarantorId: z.string().nullable() })
  .extend(ShownFinding.shape);
export type ExportedFinding = z.infer<typeof ExportedFinding>;

const ExportedCorrection = DayCorrection.extend({ region: RegionCode });

const said = ({ region, day }: ExportedDay) => [regions[region].name, sayDate('en', day)];
const moved: Column<Pick<ReconciledRow, 'stage' | 'method'>> = {
  title: 'moved',
  kind: 'text',
  width: 14,
  cell: (row, words) => sayStage(words, row),
};
const ofDay = { sameAs: 'reconciledDay', filters: ExportedDay, said } as const;

export const dayRows = exportList({
  ...ofDay,
  row: ExportedDayRow,
  columns: [
    moved,
    methodKind(12),
    { title: 'batch', kind: 'text', width: 16, cell: ({ batch }) => batch },
    { title: 'ours', kind: 'count', width: 8, cell: ({ ours }) => ours.count },
    { title: 'oursSum', kind: 'cents', width: 12, cell: ({ ours }) => ours.cents },
    { title: 'theirs', kind: 'count', width: 8, cell: ({ theirs }) => theirs?.count ?? null },
    { title: 'theirsSum', kind: 'cents', width: 12, cell: ({ theirs }) => theirs?.cents ?? null },
    {
      title: 'theirsDiffers',
      kind: 'cents',
      width: 11,
      cell: ({ ours, theirs }) => theirs && cents(theirs.cents - ours.cents),
    },
    { title: 'ledgerCount', kind: 'count', width: 8, cell: ({ ledger }) => ledger.count },
    { title: 'ledgerSum', kind: 'cents', width: 12, cell: ({ ledger }) => ledger.cents },
    {
      title: 'ledgerDiffers',
      kind: 'cents',
      width: 11,
      cell: ({ ours, ledger }) => cents(ledger.cents - ours.cents),
    },
    { title: 'differing', kind: 'count', width: 8, cell: ({ differing }) => differing },
    { title: 'explained', kind: 'text', width: 20, cell: ({ note }) => note },
  ],
});

export const dayFindings = exportList({
  ...ofDay,
  row: ExportedFinding,
  columns: [
    moved,
    methodKind(12),
    { title: 'batch', kind: 'text', width: 16, cell: ({ batch }) => batch },
    confirmation(12),
    { title: 'paymentRef', kind: 'text', width: 22, cell: ({ ref }) => ref },
    {
      title: 'differsIn',
      kind: 'text',
      width: 26,
      cell: (row, words) => sayDifference(words, row.keptOutside, row),
    },
    { title: 'oursSum', kind: 'cents', width: 12, cell: ({ ours }) => ours },
    { title: 'theirsSum', kind: 'cents', width: 12, cell: ({ theirs }) => theirs },
    { title: 'ledgerSum', kind: 'cents', width: 12, cell: ({ ledger }) => ledger },
    guarantorId(0),
    paymentKey(0),
  ],
});

/** What makes one sum of the day. */
export const ExportedCell = ExportedDay.extend(DayCell.shape);

export const dayPayments = exportList({
  sameAs: 'dayPayments',
  filters: ExportedCell,
  row: DayPayment,
  said: ({ source, batch, ...cell }, words) => [
    ...said(cell),
    [sayStage(words, cell), words.t(`search:methods.${cell.method}`), batch]
      .filter(Boolean)
      .join(', '),
    words.t(`reconciliation:columns.${source}`),
  ],
  zoneOf: ({ payment }) => (payment ? regions[payment.region].timeZone : 'UTC'),
  columns: [
    {
      title: 'confirmation',
      kind: 'text',
      width: 12,
      cell: ({ payment, ref }) => (payment ? payment.confirmation : ref),
    },
    ofPayment(taken(20)),
    ofPayment(guarantor(18)),
    ofPayment(guarantorId(10)),
    ofPayment(method(16)),
    ofPayment(state(9)),
    amount(12),
    { title: 'key', kind: 'text', width: 0, cell: ({ ref }) => ref },
  ],
});

export const dayCorrections = exportList({
  ...ofDay,
  row: ExportedCorrection,
  zoneOf: zoneOfRegion,
  columns: [
    { title: 'day', kind: 'date', width: 14, cell: ({ businessOn }) => businessOn },
    { title: 'datedOn', kind: 'date', width: 14, cell: ({ datedOn }) => datedOn },
    moved,
    methodKind(12),
    amount(12),
    reason(34),
    { title: 'madeBy', kind: 'text', width: 15, cell: ({ madeByName }) => madeByName },
    { title: 'madeAt', kind: 'instant', width: 18, cell: ({ madeAt }) => madeAt },
    paymentKey(0),
  ],
});
