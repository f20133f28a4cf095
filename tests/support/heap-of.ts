import type { Page } from 'playwright';

async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** Which of the texts a page holds anywhere in its memory; numbers also as they are grouped on a card. */
export async function inMemoryOf(page: Page, texts: readonly string[]): Promise<string[]> {
  const heap = await heapOf(page);
  const grouped = (text: string) => text.replace(/(.{4})(?!$)/g, '$1 ');
  return texts.filter(text => heap.includes(text) || heap.includes(grouped(text)));
}
