import { z } from 'zod';
import { ExportOrder } from '../contract/exports.ts';
import { ExportFormat, ExportListName } from '../export/lists.ts';
import { call } from './call.ts';
import { RefusalReason } from './refusal.ts';

/** The export that this desk writes, or wrote last. */
export const ExportStanding = z.object({
  exportId: z.uuid(),
  list: ExportListName,
  format: ExportFormat,
  state: z.enum(['running', 'saved', 'cancelled', 'failed']),
  /** How many rows have been written. */
  rows: z.int().nonnegative(),
  /** How many there are; null where nobody knows before the end. */
  total: z.int().nonnegative().nullable(),
  /** What the file is called; the page never learns where it lies. */
  fileName: z.string(),
  /** Why it failed, as one sentence. */
  message: z.string().nullable(),
  reason: RefusalReason.nullable(),
});
export type ExportStanding = z.infer<typeof ExportStanding>;

/** Lists and pages taken along as a file: one at a time, written whole or not at all. */
export const exportCalls = {
  /** Asks the person for a place and begins; `begun` is false when they name none. */
  'exports.begin': call({
    input: ExportOrder.omit({ exportId: true }),
    output: z.object({ begun: z.boolean() }),
  }),
  /** Stops it; nothing of it is left. */
  'exports.cancel': call({ input: z.null(), output: z.null() }),
  /** Null before the first; the event `exports` says that it has moved on. */
  'exports.current': call({ input: z.null(), output: ExportStanding.nullable() }),
};
