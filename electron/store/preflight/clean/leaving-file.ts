import type { FileText } from '../../attachments/text/file-text.ts';
import { readPdf, readWholePdf } from '../../attachments/text/read-pdf.ts';
import { readText } from '../../attachments/text/read-text.ts';
import { isReadable } from '../../attachments/text/is-readable.ts';
import { Skipped } from '../../records/import/source-text.ts';
import {
  countHidden,
  type HiddenCount,
  type HiddenText,
} from '../../../../shared/preflight/hidden-part.ts';
import { cleanFile } from './clean-file.ts';
import type { CleanedPdf } from './pdf/clean-pdf.ts';
import { textsInOffice } from './texts-in-office.ts';

/**
 * A file as it leaves. `bytes` null: as it is, since what is hidden in it could not be taken out for certain. `removed`: what is not in it
 * any more; `left`: what still is. `texts`: what is written in it beside its pages. `remarks`: how many the original has, which may be
 * kept. `pictures`: how many of the pictures in it nobody read.
 */
export type LeavingFile = {
  bytes: Uint8Array<ArrayBuffer> | null;
  text: FileText;
  texts: HiddenText[];
  removed: HiddenCount[];
  left: HiddenCount[];
  remarks: number;
  pictures: number;
};
export type LeavingWish = { keepsRemarks: boolean };

const PDF = 'application/pdf';
const OFFICE = /wordprocessingml\.document$|spreadsheetml\.sheet$/u;

/** What becomes of an attachment on its way out. To be run in a thread of its own; throws only what is a bug. */
export async function leavingFile(
  bytes: Buffer,
  mediaType: string,
  wish: LeavingWish,
): Promise<LeavingFile> {
  if (mediaType === PDF) return leavingPdf(bytes, wish);
  const cleaned = await cleanFile(bytes, mediaType);
  const text = await textIn(cleaned ?? bytes, mediaType);
  const office = OFFICE.test(mediaType) ? await textsInOffice(bytes) : null;
  const hidden = countHidden(office?.hidden ?? notedIn(bytes, cleaned));
  return {
    bytes: cleaned === null ? null : Uint8Array.from(cleaned),
    text,
    // Of what leaves as it is everything that it says is looked through.
    texts: cleaned === null ? (office?.texts ?? []) : [],
    removed: cleaned === null ? [] : hidden,
    left: cleaned === null ? hidden : [],
    remarks: 0,
    pictures: office?.pictures ?? 0,
  };
}

/** A picture without notes is the same as before; any other had some. */
function notedIn(bytes: Buffer, cleaned: Buffer | null): HiddenCount[] {
  const isSame = cleaned === null || cleaned.equals(bytes);
  return isSame ? [] : [{ part: 'picture-data', count: 1 }];
}

async function textIn(bytes: Buffer, mediaType: string): Promise<FileText> {
  if (!isReadable(mediaType)) return { state: 'not-read', pages: [], blankPages: 0 };
  return readText(bytes, mediaType);
}

async function leavingPdf(bytes: Buffer, { keepsRemarks }: LeavingWish): Promise<LeavingFile> {
  try {
    const original = await readWholePdf(bytes);
    // What most files do not need is not loaded for them: it is most of what the thread would hold.
    const { cleanPdf } = await import('./pdf/clean-pdf.ts');
    const cleaned = await cleanPdf(bytes, { keepsRemarks });
    const remarks = cleaned.hidden.find(({ part }) => part === 'annotation')?.count ?? 0;
    const { pictures } = cleaned;
    if (cleaned.bytes !== null && cleaned.unknown === 0) {
      const left = await readAgain(cleaned, cleaned.bytes, original.text);
      if (left !== null) {
        const isThere = ({ part }: HiddenCount) =>
          (part === 'annotation' && keepsRemarks) || part === 'hidden-layer';
        const noted: HiddenCount = { part: 'picture-data', count: cleaned.noted };
        return {
          ...left,
          bytes: Uint8Array.from(cleaned.bytes),
          removed: countHidden([...cleaned.hidden.filter((one) => !isThere(one)), noted]),
          left: cleaned.hidden.filter(isThere),
          remarks,
          pictures,
        };
      }
    }
    return { ...asItIs(cleaned, original), remarks: 0, pictures };
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    const text = await readText(bytes, PDF);
    return { bytes: null, text, texts: [], removed: [], left: [], remarks: 0, pictures: 0 };
  }
}

type Whole = Awaited<ReturnType<typeof readWholePdf>>;

/** The new file, read by another program than made it: null unless its pages say what they said before. */
async function readAgain(
  { shown, drawnOn }: CleanedPdf,
  bytes: Buffer,
  before: FileText,
): Promise<Pick<LeavingFile, 'text' | 'texts'> | null> {
  try {
    const { text: after, hidden: texts } = await readWholePdf(bytes);
    // Remarks that stay are read as they look, too.
    const text = shown === null ? after : await readPdf(shown);
    return isSame(before, text, drawnOn) ? { text, texts } : null;
  } catch (error) {
    if (error instanceof Skipped) return null;
    throw error;
  }
}

/** Where fields or remarks are drawn on a page, their words come after its own. */
function isSame(before: FileText, after: FileText, drawnOn: ReadonlySet<number>): boolean {
  const now = new Map(after.pages.map(({ page, text }) => [page, text]));
  const own = before.pages.every(({ page, text }) =>
    drawnOn.has(page) ? (now.get(page) ?? '').startsWith(text) : now.get(page) === text,
  );
  const had = new Set(before.pages.map(({ page }) => page));
  const more = after.pages.every(({ page }) => had.has(page) || drawnOn.has(page));
  const all = (text: FileText) => text.pages.length + text.blankPages;
  return own && more && all(before) === all(after) && before.state !== 'cut';
}

/** Of what leaves as it is everything that could be read is looked through, and everything is named that is known to be there. */
function asItIs({ hidden, noted, unknown }: CleanedPdf, { text, hidden: texts }: Whole) {
  const known = new Set(hidden.map(({ part }) => part));
  const read = texts
    .filter(({ part }) => !known.has(part))
    .map(({ part }): HiddenCount => ({ part, count: 1 }));
  const pictures: HiddenCount = { part: 'picture-data', count: noted + unknown };
  return {
    bytes: null,
    text,
    texts,
    removed: [],
    left: countHidden([...hidden, ...read, pictures]),
  };
}
