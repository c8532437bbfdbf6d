/** The half of pdf.js that reads files; imported for what it leaves in the global object. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
