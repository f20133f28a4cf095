import { z } from 'zod';
import { Approval, ApprovalKind } from '../../billing/approval.ts';
import { RefundToPayOut } from '../../contract/refunds.ts';
import {
  amount,
  askedAt,
  askedBy,
  guarantor,
  guarantorId,
  paymentKey,
  reason,
  region,
  zoneOfRegion,
} from '../columns.ts';
import { exportList, unfiltered } from '../export-list.ts';

/** What waits for a second person, of one kind or of all. */
export const ExportedApprovals = z.strictObject({ kind: ApprovalKind.optional() });

export const approvals = exportList({
  sameAs: 'approvals',
  filters: ExportedApprovals,
  row: Approval,
  zoneOf: zoneOfRegion,
  said: ({ kind }, words) => (kind ? [words.t(`approvals:kind.${kind}`)] : []),
  columns: [
    askedAt(18),
    {
      title: 'kind',
      kind: 'text',
      width: 14,
      cell: ({ kind }, words) => words.t(`approvals:kind.${kind}`),
    },
    askedBy(15),
    guarantor(20),
    guarantorId(10),
    region(7),
    amount(11),
    reason(30),
    paymentKey(0),
    { title: 'reference', kind: 'text', width: 0, cell: ({ approvalId }) => approvalId },
  ],
});

export const refundsToPayOut = exportList({
  sameAs: 'refundsToPayOut',
  filters: unfiltered,
  row: RefundToPayOut,
  zoneOf: zoneOfRegion,
  columns: [
    askedAt(18),
    askedBy(14),
    { title: 'decidedBy', kind: 'text', width: 14, cell: ({ decidedByName }) => decidedByName },
    guarantor(20),
    guarantorId(10),
    {
      title: 'address',
      kind: 'text',
      width: 26,
      cell: ({ address }) => address.replaceAll('\n', ', '),
    },
    amount(11),
    reason(22),
    paymentKey(0),
  ],
});
