import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { getDocument } from 'pdfjs-dist';
import type { HiddenText } from '../../../../shared/preflight/hidden-part.ts';
import { Skipped } from '../../records/import/source-text.ts';
import { cutText, type FileText, type PageText } from './file-text.ts';
import { readHidden } from './read-hidden.ts';

const MOST_PAGES = 5000;

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;

/** The text of a PDF file, page by page. Nothing in it is drawn or run. Throws `Skipped`. */
export function readPdf(bytes: Buffer): Promise<FileText> {
  return withPdf(bytes, textOf);
}

/** The same, and what is written in it beside its pages. */
export function readWholePdf(bytes: Buffer): Promise<{ text: FileText; hidden: HiddenText[] }> {
  return withPdf(bytes, async (document) => ({
    text: await textOf(document),
    hidden: await readHidden(document, MOST_PAGES),
  }));
}

async function textOf(document: Document): Promise<FileText> {
  const pages: PageText[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const page = await document.getPage(number);
    pages.push({ page: number, text: lines((await page.getTextContent()).items) });
    page.cleanup();
  }
  const read = cutText(pages);
  return document.numPages > MOST_PAGES && read.state === 'text' ? { ...read, state: 'cut' } : read;
}

async function withPdf<Value>(
  bytes: Buffer,
  use: (document: Document) => Promise<Value>,
): Promise<Value> {
  const pdfjs = await loadPdfjs();
  const folder = dirname(createRequire(import.meta.filename).resolve('pdfjs-dist/package.json'));
  const opening = pdfjs.getDocument({
    // A copy: the reader takes the memory over.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await use(await opening.promise);
  } catch (error) {
    if (error instanceof RangeError) throw new Skipped('file-too-large', error);
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Skipped(isLocked ? 'file-protected' : 'file-damaged', error);
  } finally {
    await opening.destroy().catch(() => undefined);
  }
}

type Items = readonly ({ str: string; hasEOL: boolean } | { type: string })[];

/** Chinese is written without blanks, so nothing is put between pieces that the file has not put there. */
function lines(items: Items): string {
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

/** The half that reads files is loaded first, so that the other one finds it and starts no thread of its own. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  // It complains of a canvas that reading text does not need.
  const { warn, log } = console;
  console.warn = console.log = () => undefined;
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    Object.assign(console, { warn, log });
  }
}
