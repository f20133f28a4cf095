import { ExceptionCase, ExceptionFilter } from '../../contract/exception-queue.ts';
import { sayException } from '../../exceptions/say-exception.ts';
import { amount, guarantor, guarantorId, opened, paymentKey } from '../columns.ts';
import { exportList } from '../export-list.ts';

/** The queue by kind, by whose it is, and open or resolved. */
export const ExportedExceptions = ExceptionFilter.omit({
  afterUrgency: true,
  afterAt: true,
  afterId: true,
});

export const exceptionQueue = exportList({
  sameAs: 'exceptionQueue',
  filters: ExportedExceptions,
  row: ExceptionCase,
  said: ({ kind, whose, standing }, words) => [
    words.t(`exports:standing.${standing}`),
    ...(kind ? [words.t(`exceptions:kinds.${kind}`)] : []),
    ...(whose === 'everybodys' ? [] : [words.t(`exports:whose.${whose}`)]),
  ],
  columns: [
    opened(18),
    { title: 'kind', kind: 'text', width: 26, cell: (row, words) => sayException(words, row) },
    guarantor(18),
    guarantorId(10),
    amount(11),
    { title: 'businessDays', kind: 'count', width: 9, cell: ({ businessDays }) => businessDays },
    { title: 'owner', kind: 'text', width: 14, cell: ({ owner }) => owner?.name ?? null },
    {
      title: 'resolvedAt',
      kind: 'instant',
      width: 18,
      cell: ({ resolved }) => resolved?.at ?? null,
    },
    {
      title: 'end',
      kind: 'text',
      width: 18,
      cell: ({ resolved }, words) => resolved && words.t(`exceptions:ends.${resolved.why}`),
    },
    { title: 'ownedSince', kind: 'instant', width: 0, cell: ({ owner }) => owner?.since ?? null },
    {
      title: 'resolvedBy',
      kind: 'text',
      width: 0,
      cell: ({ resolved }) => resolved?.byName ?? null,
    },
    { title: 'reason', kind: 'text', width: 0, cell: ({ resolved }) => resolved?.reason ?? null },
    paymentKey(0),
    { title: 'reference', kind: 'text', width: 0, cell: ({ caseId }) => caseId },
  ],
});
