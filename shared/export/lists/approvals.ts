import { z } from 'zod';
import { Approval, ApprovalKind } from '../../billing/approval.ts';
import { RefundToPayOut } from '../../contract/refunds.ts';
import { regions } from '../../organization/regions.ts';
import { exportList } from '../export-list.ts';

/** What waits for a second person, of one kind or of all. */
export const ExportedApprovals = z.strictObject({ kind: ApprovalKind.optional() });

export const approvals = exportList({
  sameAs: 'approvals',
  filters: ExportedApprovals,
  row: Approval,
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  said: ({ kind }, words) => (kind ? [words.t(`approvals:kind.${kind}`)] : []),
  columns: [
    { title: 'askedAt', kind: 'instant', width: 18, cell: ({ askedAt }) => askedAt },
    {
      title: 'kind',
      kind: 'text',
      width: 14,
      cell: ({ kind }, words) => words.t(`approvals:kind.${kind}`),
    },
    { title: 'askedBy', kind: 'text', width: 15, cell: ({ askedByName }) => askedByName },
    { title: 'guarantor', kind: 'text', width: 20, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'region', kind: 'text', width: 7, cell: ({ region }) => region },
    { title: 'amount', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
    { title: 'reason', kind: 'text', width: 30, cell: ({ reason }) => reason },
    { title: 'key', kind: 'text', width: 0, cell: ({ paymentKey }) => paymentKey },
    { title: 'reference', kind: 'text', width: 0, cell: ({ approvalId }) => approvalId },
  ],
});

export const refundsToPayOut = exportList({
  sameAs: 'refundsToPayOut',
  filters: z.strictObject({}),
  row: RefundToPayOut,
  lines: row => [row],
  zoneOf: ({ region }) => regions[region].timeZone,
  columns: [
    { title: 'askedAt', kind: 'instant', width: 18, cell: ({ askedAt }) => askedAt },
    { title: 'askedBy', kind: 'text', width: 14, cell: ({ askedByName }) => askedByName },
    { title: 'decidedBy', kind: 'text', width: 14, cell: ({ decidedByName }) => decidedByName },
    { title: 'guarantor', kind: 'text', width: 20, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    {
      title: 'address',
      kind: 'text',
      width: 26,
      cell: ({ address }) => address.replaceAll('\n', ', '),
    },
    { title: 'amount', kind: 'cents', width: 11, cell: ({ amountCents }) => amountCents },
    { title: 'reason', kind: 'text', width: 22, cell: ({ reason }) => reason },
    { title: 'key', kind: 'text', width: 0, cell: ({ paymentKey }) => paymentKey },
  ],
});
