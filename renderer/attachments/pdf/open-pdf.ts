import type { PDFPageProxy } from 'pdfjs-dist';
import { MAX_SLICE_IN_BYTES, type Attachment } from '../../../shared/contract/attachments.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { call, CallFailure } from '../../api/client.ts';
import './oldest-engine.ts';
import { inTime, TooLate } from './in-time.ts';
import { TOO_MUCH } from './too-much.ts';

export type PdfTrouble = keyof Words['pdfTroubles'];
export type Pdfjs = typeof import('pdfjs-dist');
export type OpenPdf = {
  pdfjs: Pdfjs;
  pageCount: number;
  page: (number: number) => Promise<PDFPageProxy>;
  /** Ends its thread, whatever that is doing. */
  close: () => void;
};

/** A file that takes longer, or a page, is not waited for. */
export const PATIENCE_IN_MS = 20_000;
/** Pictures inside a page with more pixels are left out. */
const MOST_PIXELS = 50_000_000;
/** What the reader asks for at once; it asks for what it needs, so a large file is never whole in the window. */
const RANGE_IN_BYTES = 256 * 1024;

/**
 * Opens a PDF attachment. It is read in a thread of its own whose memory is limited, its bytes come piece by piece
 * from the store, its scripts are never run and its links are never made. Throws what `troubleOf` understands; what happens later
 * to the thread or to the bytes goes to `onTrouble`.
 */
export async function openPdf(
  { id, sizeInBytes }: Attachment,
  onTrouble: (error: unknown) => void,
): Promise<OpenPdf> {
  // The legacy build runs in the oldest Chromium that the window may be.
  const pdfjs: Pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const range = new pdfjs.PDFDataRangeTransport(sizeInBytes, null);
  const opening = pdfjs.getDocument({
    range,
    worker: pdfjs.PDFWorker.create({ port: thread }),
    rangeChunkSize: RANGE_IN_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: MOST_PIXELS,
    // Characters of fonts that are not in the file: from our own files, which the thread alone may fetch.
    ...ownData(),
    useWorkerFetch: true,
    // Compiling at run time is what the content security policy forbids.
    useWasm: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const close = () => {
    thread.terminate();
    void opening.destroy().catch(() => undefined);
  };
  const broken = new Promise<never>((_resolve, reject) => {
    thread.addEventListener('error', () => reject(new TooLate()));
    thread.addEventListener('message', ({ data }) => {
      if (data === TOO_MUCH) reject(new TooLate());
    });
    range.requestDataRange = (begin: number, end: number) => {
      readRange(id, begin, end).then((bytes) => range.onDataRange(begin, bytes), reject);
    };
  });
  try {
    const document = await inTime(Promise.race([opening.promise, broken]), PATIENCE_IN_MS);
    broken.catch((error: unknown) => {
      close();
      onTrouble(error);
    });
    return {
      pdfjs,
      pageCount: document.numPages,
      page: (number) => document.getPage(number),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function ownData() {
  const own = (folder: string) => new URL(`pdf/${folder}/`, document.baseURI).href;
  return {
    cMapUrl: own('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: own('standard_fonts'),
    wasmUrl: own('wasm'),
  };
}

async function readRange(id: Attachment['id'], begin: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - begin);
  for (let from = begin; from < end; from += MAX_SLICE_IN_BYTES) {
    const length = Math.min(MAX_SLICE_IN_BYTES, end - from);
    bytes.set((await call('attachments.slice', { id, from, length })).bytes, from - begin);
  }
  return bytes;
}

/** What to say about something that was thrown while a file was opened; a failure of the store is for its own words. */
export function troubleOf(error: unknown): PdfTrouble | CallFailure {
  if (error instanceof CallFailure) return error;
  if (error instanceof TooLate) return 'slow';
  if (error instanceof Error && error.name === 'PasswordException') return 'password';
  return error instanceof Error && /allocation failed|out of memory/iu.test(error.message)
    ? 'slow'
    : 'damaged';
}
