import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { ExportFormat, ExportListName } from '../export/lists.ts';
import { ProblemCode } from './problem.ts';
import { route } from './route.ts';

/** Where a list is streamed from, row by row, for a desk to write a file of. */
export const EXPORTS_PATH = '/v1/exports';

/** What is exported. The desk mints the id, so that it can say afterwards what became of the file. */
export const ExportOrder = z.strictObject({
  exportId: z.uuid(),
  list: ExportListName,
  /** As the list declares them. */
  filters: z.record(z.string(), z.unknown()),
  format: ExportFormat,
});
export type ExportOrder = z.infer<typeof ExportOrder>;

/**
 * A line of the stream (JSON Lines). The first says that the export is on record and how many rows there are,
 * where that is known; each further one brings rows, as they all stood at one moment; the last says that this was
 * all, or why it ends before. A stream without a last line broke off.
 */
export const ExportStreamLine = z.union([
  z.strictObject({
    begun: z.strictObject({ at: Instant, total: z.int().nonnegative().nullable() }),
  }),
  z.strictObject({ rows: z.array(z.unknown()) }),
  z.strictObject({ whole: z.strictObject({ rows: z.int().nonnegative() }) }),
  z.strictObject({ refused: ProblemCode }),
]);
export type ExportStreamLine = z.infer<typeof ExportStreamLine>;

/** What became of the file at the desk. */
export const ExportKept = z.strictObject({
  kept: z.enum(['saved', 'cancelled', 'not_written']),
  /** Of the file that was saved. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type ExportKept = z.infer<typeof ExportKept>;

export const exportRoutes = {
  exportKept: route({
    method: 'PUT',
    path: '/v1/exports/:exportId/kept',
    summary: 'Say what became of the file of an export, once; again changes nothing',
    params: z.object({ exportId: z.uuid() }),
    body: ExportKept,
    status: 204,
    reply: z.null(),
    problems: ['bad_request', 'signed_out', 'not_allowed', 'not_found'],
  }),
};
