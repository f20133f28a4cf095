import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** By how much of the letters' height a pair is kerned, which begins a new piece in the middle of a word; a space is wider. */
const KERNED = { least: -0.5, most: 0.1 };

function isSameWord(one: TextItem, next: TextItem): boolean {
  const [, , , , x = 0, y = 0] = one.transform as number[];
  const [, , , , nextX = 0, nextY = 0] = next.transform as number[];
  const gap = (nextX - x - one.width) / one.height;
  return y === nextY && gap > KERNED.least && gap < KERNED.most;
}

/** The words of a PDF, page after page, as a reader would find them. */
export async function pdfText(bytes: Buffer): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    const pieces = items.filter((item): item is TextItem => 'str' in item);
    const text = pieces.map((item, at) => {
      const next = pieces[at + 1];
      return next && isSameWord(item, next) ? item.str : `${item.str} `;
    });
    pages.push(text.join(''));
  }
  await file.loadingTask.destroy();
  return pages.join('\n').replace(/\s+/g, ' ');
}
