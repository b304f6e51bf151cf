/** pdfmake's own document class; its types describe only its layout. See pdf-types.ts for what we use of it. */
declare module 'pdfmake/js/PDFDocument.js' {
  const PDFDocument: unknown
  export default PDFDocument
}
