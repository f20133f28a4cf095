/** As much of it as letters need: a typeface that was read, which pdfkit takes as it takes the name of its file. */
declare module 'fontkit' {
  export interface Face {
    readonly characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): unknown;
  }
  export function openSync(file: string): Face & PDFKit.Mixins.PDFFontSource;
}
