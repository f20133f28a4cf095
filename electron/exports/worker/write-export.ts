import { setTimeout as wait } from 'node:timers/promises';
import { exportLists } from '#shared/export/lists.ts';
import { createWords } from '#shared/words/words.ts';
import type { ExportStart, FromExport } from '../messages.ts';
import { csvWriter } from './csv-writer.ts';
import { type GrowingFile, growFile, requireRoom } from './growing-file.ts';
import { pdfWriter } from './pdf-writer.ts';
import { readStream } from './read-stream.ts';
import type { TableWriter } from './table-writer.ts';
import { ExportFailed, whyNotWritten } from './why-not-written.ts';

/** What a row takes at least: less room than that for all of them is none. */
const ROW_BYTES = { csv: 120, pdf: 40 } as const;
const TELL_EVERY_MS = 150;

type Tell = (message: FromExport) => void;

/** Reads the stream to its end and writes each batch before the next is asked for; gives rows and hash. */
async function writeAll(start: ExportStart, tell: Tell, signal: AbortSignal, file: GrowingFile) {
  const list = exportLists[start.order.list];
  const words = createWords('en');
  let writer: TableWriter | undefined;
  let received = 0;
  let written = 0;
  let toldAt = 0;
  for await (const line of readStream({ ...start, signal })) {
    if ('refused' in line) throw new ExportFailed(writer ? 'export_withdrawn' : line.refused);
    if ('begun' in line) {
      const { total } = line.begun;
      await requireRoom(start.path, (total ?? 0) * ROW_BYTES[start.order.format]);
      const facts = { list, words, start, total };
      writer = start.order.format === 'csv' ? csvWriter(facts) : pdfWriter(facts);
      await file.write(await writer.head());
      tell({ kind: 'begun', total });
      continue;
    }
    if (!writer) throw new ExportFailed('backend_nonsense');
    if ('whole' in line) {
      if (line.whole.rows !== received) throw new ExportFailed('export_broken');
      await file.write(await writer.end());
      return { rows: written, sha256: await file.finish() };
    }
    received += line.rows.length;
    const lines = line.rows.flatMap(row => list.linesOf(row, words));
    await file.write(await writer.rows(lines));
    written += lines.length;
    if (performance.now() - toldAt >= TELL_EVERY_MS) {
      toldAt = performance.now();
      tell({ kind: 'progress', rows: written });
    }
    // Lets a word to stop come in between.
    await wait(0);
    signal.throwIfAborted();
  }
  throw new ExportFailed('export_broken');
}

/** Writes one export whole or not at all, and says which. */
export async function writeExport(
  start: ExportStart,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  let file: GrowingFile | undefined;
  try {
    file = await growFile(start.unfinished, start.path);
    tell({ kind: 'saved', ...(await writeAll(start, tell, signal, file)) });
  } catch (failure) {
    await file?.discard();
    const { reason } = whyNotWritten(failure);
    tell(signal.aborted ? { kind: 'stopped' } : { kind: 'failed', reason });
  }
}
