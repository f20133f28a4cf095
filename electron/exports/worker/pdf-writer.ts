import { paperCell } from '#shared/export/cell-text.ts';
import type { ColumnHead, ExportLine } from '#shared/export/export-list.ts';
import { organization } from '#shared/organization/profile.ts';
import { INK, QUIET } from '../../receipts/pdf-page.ts';
import { openLetters } from './letters.ts';
import { brokenLine, drawLine, type Place, placesOf } from './pdf-columns.ts';
import { drawHead } from './pdf-head.ts';
import { bottomOf, EDGE, LEADING, openPaper, SIZE, widthOf } from './pdf-paper.ts';
import type { FileFacts, TableWriter } from './table-writer.ts';

const RULE = '#d5dae1';
const BETWEEN_ROWS = 2;
const numbers = new Intl.NumberFormat('en-US');

/** A PDF of a table, page by page: the heads of the columns on each, which rows it holds, and whose records these are. */
export function pdfWriter(facts: FileFacts): TableWriter {
  const { list, words, start, total } = facts;
  const { typeface, order } = start;
  const t = words.getFixedT('en', 'exports');
  const headOf = ({ title }: ColumnHead) => t(`columns.${title}`);
  const paper = openPaper(typeface, t(`lists.${order.list}`), organization.name);
  const bold = openLetters(paper.font(typeface.semiBold), SIZE, LEADING);
  const plain = openLetters(paper.font(typeface.regular), SIZE, LEADING);
  const parts: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    paper.on('data', (part: Uint8Array) => parts.push(part));
    paper.on('end', resolve);
    paper.on('error', reject);
  });
  let places: Place[] = [];
  let [page, rows, first] = [0, 0, 1];

  /** What was drawn so far, to be written before more is. */
  async function taken(): Promise<Uint8Array> {
    await new Promise(setImmediate);
    return Buffer.concat(parts.splice(0));
  }

  function drawColumnHeads(): void {
    const top = paper.y;
    paper.font(typeface.semiBold).fillColor(QUIET);
    const { cells, height } = brokenLine(bold, places, places.map(headOf));
    drawLine(paper, bold, places, cells, top);
    const line = top + height + 1;
    const right = EDGE + widthOf(paper);
    paper.moveTo(EDGE, line).lineTo(right, line).lineWidth(0.5).strokeColor(RULE).stroke();
    paper.font(typeface.regular).fillColor(INK);
    paper.y = line + 4;
  }

  function drawFoot(): void {
    const span = { first: numbers.format(first), last: numbers.format(rows) };
    const which =
      total === null ? t('rows', span) : t('rowsOf', { ...span, total: numbers.format(total) });
    const top = paper.page.height - EDGE - 4;
    paper.font(typeface.regular).fontSize(SIZE).fillColor(QUIET);
    paper.text(t('confidentialShort'), EDGE, top, { lineBreak: false });
    const own = t('page', { page: numbers.format(page) });
    const text = rows < first ? own : `${own} · ${which}`;
    paper.text(text, EDGE + widthOf(paper) - plain.widthOf(text), top, { lineBreak: false });
    first = rows + 1;
  }

  function turn(): void {
    if (page > 0) drawFoot();
    paper.addPage();
    page += 1;
    places = placesOf(list.columns, headOf, bold, EDGE, widthOf(paper));
    if (page === 1) drawHead(paper, facts);
    drawColumnHeads();
  }

  function drawRow({ cells: all, timeZone }: ExportLine): void {
    const texts = places.map(({ kind, index }) => paperCell(kind, all[index] ?? null, timeZone));
    const { cells, height } = brokenLine(plain, places, texts);
    if (paper.y + height > bottomOf(paper)) turn();
    drawLine(paper, plain, places, cells, paper.y);
    paper.y += height + BETWEEN_ROWS;
    rows += 1;
  }

  return {
    async head() {
      turn();
      return taken();
    },
    async rows(lines) {
      for (const line of lines) drawRow(line);
      return taken();
    },
    async end() {
      drawFoot();
      paper.end();
      await ended;
      return Buffer.concat(parts.splice(0));
    },
  };
}
