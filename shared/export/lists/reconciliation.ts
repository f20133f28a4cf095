import type { i18n } from 'i18next';
import { z } from 'zod';
import { nameMethod } from '../../billing/name-method.ts';
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
import { exportList } from '../export-list.ts';

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
const method = (of: ExportedDayRow['method'], words: i18n) => words.t(`search:methods.${of}`);
const ofDay = { sameAs: 'reconciledDay', filters: ExportedDay, said } as const;

export const dayRows = exportList({
  ...ofDay,
  row: ExportedDayRow,
  lines: row => [row],
  columns: [
    { title: 'moved', kind: 'text', width: 14, cell: (row, words) => sayStage(words, row) },
    { title: 'method', kind: 'text', width: 12, cell: (row, words) => method(row.method, words) },
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
  lines: row => [row],
  columns: [
    { title: 'moved', kind: 'text', width: 14, cell: (row, words) => sayStage(words, row) },
    { title: 'method', kind: 'text', width: 12, cell: (row, words) => method(row.method, words) },
    { title: 'batch', kind: 'text', width: 16, cell: ({ batch }) => batch },
    { title: 'confirmation', kind: 'text', width: 12, cell: ({ confirmation }) => confirmation },
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
    { title: 'guarantorId', kind: 'text', width: 0, cell: ({ guarantorId }) => guarantorId },
    { title: 'key', kind: 'text', width: 0, cell: ({ paymentKey }) => paymentKey },
  ],
});

/** What makes one sum of the day. */
export const ExportedCell = ExportedDay.extend(DayCell.shape);

export const dayPayments = exportList({
  sameAs: 'dayPayments',
  filters: ExportedCell,
  row: DayPayment,
  lines: row => [row],
  said: ({ source, batch, ...cell }, words) => [
    ...said(cell),
    [sayStage(words, cell), method(cell.method, words), batch].filter(Boolean).join(', '),
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
    { title: 'taken', kind: 'instant', width: 20, cell: ({ payment }) => payment?.takenAt ?? null },
    {
      title: 'guarantor',
      kind: 'text',
      width: 18,
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
      width: 16,
      cell: ({ payment }, words) => payment && nameMethod(words, payment.method),
    },
    {
      title: 'state',
      kind: 'text',
      width: 9,
      cell: ({ payment }, words) => payment && words.t(`balance:states.${payment.state}`),
    },
    { title: 'amount', kind: 'cents', width: 12, cell: ({ amountCents }) => amountCents },
    { title: 'key', kind: 'text', width: 0, cell: ({ ref }) => ref },
  ],
});

export const dayCorrections = exportList({
  ...ofDay,
  row: ExportedCorrection,
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  columns: [
    { title: 'day', kind: 'date', width: 14, cell: ({ businessOn }) => businessOn },
    { title: 'datedOn', kind: 'date', width: 14, cell: ({ datedOn }) => datedOn },
    { title: 'moved', kind: 'text', width: 14, cell: (row, words) => sayStage(words, row) },
    { title: 'method', kind: 'text', width: 12, cell: (row, words) => method(row.method, words) },
    { title: 'amount', kind: 'cents', width: 12, cell: ({ amountCents }) => amountCents },
    { title: 'reason', kind: 'text', width: 34, cell: ({ reason }) => reason },
    { title: 'madeBy', kind: 'text', width: 15, cell: ({ madeByName }) => madeByName },
    { title: 'madeAt', kind: 'instant', width: 18, cell: ({ madeAt }) => madeAt },
    { title: 'key', kind: 'text', width: 0, cell: ({ paymentKey }) => paymentKey },
  ],
});
