import type { Paper } from './pdf-paper.ts';

interface Letter {
  /** Its number in the file's own part of the typeface, in hexadecimal. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly width: number;
}

/** What pdfkit knows of the typeface that is chosen; none of it is in its types. */
interface Face {
  readonly id: string;
  readonly ascender: number;
  ref(): unknown;
  encode(text: string): [codes: string[], positions: { advanceWidth: number }[]];
}
interface Inside {
  readonly _font: Face;
  readonly page: { readonly fonts: Record<string, unknown> };
}

/** Cells in one typeface, laid out letter by letter. */
export interface Letters {
  /** The lines that a text takes within a width: broken between words, and in a word where one is too long. */
  linesOf(text: string, width: number): string[];
  widthOf(text: string): number;
  /** What draws lines from a place downwards, to be added to the page. */
  drawn(lines: readonly string[], x: number, top: number, width: number, isNumber: boolean): string;
}

/**
 * The typeface that is chosen on the paper, at a size. pdfkit lays out every text anew, with kerning, and keeps each
 * word it ever saw: fifty times the time, and memory without end in a table of a million rows.
 */
export function openLetters(paper: Paper, size: number, leading: number): Letters {
  const inside = paper as unknown as Inside;
  const face = inside._font;
  const known = new Map<string, Letter>();

  function letterOf(char: string): Letter {
    const letter = known.get(char);
    if (letter) return letter;
    const [codes, positions] = face.encode(char);
    const width = positions.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
    const made = { code: codes.join(''), width };
    known.set(char, made);
    return made;
  }

  function widthOf(text: string): number {
    let width = 0;
    for (const char of text) width += letterOf(char).width;
    return (width * size) / 1_000;
  }

  /** A word that is longer than a line, in as many pieces as it takes. */
  function piecesOf(word: string, width: number): string[] {
    const pieces = [''];
    for (const char of word) {
      const last = pieces.at(-1) ?? '';
      if (last !== '' && widthOf(last + char) > width) pieces.push(char);
      else pieces[pieces.length - 1] = last + char;
    }
    return pieces;
  }

  return {
    widthOf,
    linesOf(text, width) {
      const plain = text
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim();
      if (widthOf(plain) <= width) return [plain];
      const lines: string[] = [];
      for (const word of plain
        .split(' ')
        .flatMap(each => (widthOf(each) > width ? piecesOf(each, width) : each))) {
        const line = lines.at(-1);
        if (line !== undefined && widthOf(`${line} ${word}`) <= width)
          lines[lines.length - 1] = `${line} ${word}`;
        else lines.push(word);
      }
      return lines;
    },
    drawn(lines, x, top, width, isNumber) {
      inside.page.fonts[face.id] ??= face.ref();
      const base = paper.page.height - top - (face.ascender * size) / 1_000;
      return lines
        .map((line, at) => {
          let codes = '';
          for (const char of line) codes += letterOf(char).code;
          const left = isNumber ? x + width - widthOf(line) : x;
          const below = base - at * leading;
          return `1 0 0 1 ${left.toFixed(2)} ${below.toFixed(2)} Tm <${codes}> Tj`;
        })
        .join('\n');
    },
  };
}

/** Puts what letters drew onto the page, in the colour that is chosen. */
export function addLetters(paper: Paper, size: number, drawn: string): void {
  const { id } = (paper as unknown as Inside)._font;
  // pdfkit counts from the top; letters would stand on their heads.
  paper.addContent(`q 1 0 0 -1 0 ${paper.page.height} cm BT /${id} ${size} Tf\n${drawn}\nET Q`);
}
