import type { i18n } from 'i18next';
import { nameMethod } from '../billing/name-method.ts';
import type { PaymentMethod } from '../billing/payment-method.ts';
import { type RegionCode, regions } from '../organization/regions.ts';
import type { PaymentState } from '../payments/states.ts';
import type { SearchedMethod } from '../search/payment-search.ts';
import type { Cell, CellKind, Column, ColumnHead } from './export-list.ts';

/** A column that several lists have, each with a share of the line of its own; any row that has the field fits. */
const column =
  <Line>(
    title: ColumnHead['title'],
    kind: CellKind,
    cell: (line: Line, words: i18n) => Cell,
  ): ((width: number) => Column<Line>) =>
  width => ({ title, kind, width, cell });

type Name = string | null;

export const taken = column('taken', 'instant', (row: { takenAt: string }) => row.takenAt);
export const takenBy = column('takenBy', 'text', (row: { takenByName: Name }) => row.takenByName);
export const askedAt = column('askedAt', 'instant', (row: { askedAt: string }) => row.askedAt);
export const askedBy = column('askedBy', 'text', (row: { askedByName: string }) => row.askedByName);
export const opened = column('opened', 'instant', (row: { openedAt: string }) => row.openedAt);
export const guarantor = column(
  'guarantor',
  'text',
  (row: { guarantorName: Name }) => row.guarantorName,
);
export const guarantorId = column(
  'guarantorId',
  'text',
  (row: { guarantorId: Name }) => row.guarantorId,
);
export const region = column('region', 'text', (row: { region: RegionCode }) => row.region);
export const method = column('method', 'text', (row: { method: PaymentMethod }, words) =>
  nameMethod(words, row.method),
);
/** By its kind alone: card, bank account, check and so on. */
export const methodKind = column('method', 'text', (row: { method: SearchedMethod }, words) =>
  words.t(`search:methods.${row.method}`),
);
export const amount = column(
  'amount',
  'cents',
  (row: { amountCents: number | null }) => row.amountCents,
);
export const state = column('state', 'text', (row: { state: PaymentState }, words) =>
  words.t(`balance:states.${row.state}`),
);
export const since = column('since', 'instant', (row: { stateAt: string }) => row.stateAt);
export const postingOn = column(
  'postingOn',
  'date',
  (row: { postingOn: string | null }) => row.postingOn,
);
export const confirmation = column(
  'confirmation',
  'text',
  (row: { confirmation: Name }) => row.confirmation,
);
export const reason = column('reason', 'text', (row: { reason: Name }) => row.reason);
/** The key of the payment that the row is. */
export const key = column('key', 'text', (row: { key: string }) => row.key);
/** The key of the payment that the row is about. */
export const paymentKey = column('key', 'text', (row: { paymentKey: Name }) => row.paymentKey);

/** The same column of the payment that a row may have. */
export const ofPayment = <Payment>(
  of: Column<Payment>,
): Column<{ readonly payment: Payment | null }> => ({
  ...of,
  cell: ({ payment }, words) => payment && of.cell(payment, words),
});

/** The clock of a row's region, by which paper tells its instants. */
export const zoneOfRegion = (row: { region: RegionCode }): string => regions[row.region].timeZone;
