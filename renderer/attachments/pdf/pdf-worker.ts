// The thread in which PDF files are read. The limit comes first: the reader keeps what it finds at its start.
import './limit-memory.ts';
import './oldest-engine.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
