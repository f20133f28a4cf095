/** As much of it as letters need: a typeface that was read, which pdfkit takes as it takes the name of its file. */
declare module 'fontkit' {
  export function openSync(file: string): PDFKit.Mixins.PDFFontSource;
}
