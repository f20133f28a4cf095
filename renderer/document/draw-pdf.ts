import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { documents as words } from '#shared/words/en/documents.ts';
import { askPassword } from './ask-password.ts';

/** This page does nothing else, so what reads the file works in it and not beside it. */
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

const PAGE_WIDTH = 820;
/** More than forty megapixels are no page that somebody reads. */
const LARGEST_SIDE = 6_000;

const beside = (name: string) => new URL(`./pdf/${name}/`, location.href).href;

async function drawPage(page: PDFPageProxy, count: number, place: HTMLElement): Promise<void> {
  const { width, height } = page.getViewport({ scale: 1 });
  const wanted = (PAGE_WIDTH / width) * window.devicePixelRatio;
  const scale = Math.min(wanted, LARGEST_SIDE / Math.max(width, height));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${PAGE_WIDTH}px`;
  canvas.setAttribute('role', 'img');
  const number = String(page.pageNumber);
  canvas.setAttribute(
    'aria-label',
    words.page.replace('{{number}}', number).replace('{{count}}', String(count)),
  );
  place.append(canvas);
  await page.render({ canvas, viewport }).promise;
}

/** Draws a PDF page below page. Nothing in it runs: no script, no form, no link; typefaces are drawn as shapes. */
export async function drawPdf(data: Uint8Array, place: HTMLElement): Promise<void> {
  const loading = getDocument({
    data,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    standardFontDataUrl: beside('standard_fonts'),
    cMapUrl: beside('cmaps'),
    wasmUrl: beside('wasm'),
  });
  let asked = 0;
  loading.onPassword = (answer: (password: string) => void) => {
    asked += 1;
    void askPassword(place, asked > 1).then(answer);
  };
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    await drawPage(await pdf.getPage(number), pdf.numPages, place);
  }
}
