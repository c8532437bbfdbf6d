import { createHash } from 'node:crypto';
import type { documents, PaperWish } from '../../../shared/contract/documents.ts';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import { printedMarkings } from '../../../shared/documents/official-paper.ts';
import { paperPage } from '../../../shared/documents/paper-page.ts';
import { Failure } from '../../../shared/errors.ts';
import type * as z from 'zod';
import { openTextReader } from '../attachments/text/text-reader.ts';
import type { StoreContext } from '../context.ts';
import { refuseExisting } from '../files/place-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import { gatherPaper, MOST_IN_BYTES, type GatheredPaper } from './gather-paper.ts';
import { rescanPage, rescanPdf } from './rescan-page.ts';
import { withoutInfo } from './without-info.ts';
import { noteLeft } from './write-document.ts';

type MakePage = (typeof documents)['documents.makePage'];
type KeepPdf = (typeof documents)['documents.keepPdf'];

/** See `documents.makePage`. */
export async function makePage(
  context: StoreContext,
  { isForPaper, ...wish }: InputOf<MakePage>,
  control: JobControl,
): Promise<OutputOf<MakePage>> {
  const gathered = await gatherPage(context, wish, control);
  const { html, highestMarking } = gathered;
  // A page on paper may be gone as soon as it is handed out; a file is noted when it is written.
  if (isForPaper) noteLeft(context, gathered, 'paper', null);
  return { html, hash: hashOf(html), marking: printedMarkings[highestMarking], highestMarking };
}

/** See `documents.keepPdf`. */
export async function keepPdf(
  context: StoreContext,
  { file, bytes: drawn, hash, ...wish }: InputOf<KeepPdf>,
  control: JobControl,
): Promise<OutputOf<KeepPdf>> {
  refuseExisting(file);
  const gathered = await gatherPage(context, wish, control);
  // Somebody may have written meanwhile.
  if (hashOf(gathered.html) !== hash) throw new Failure('preflight-open', { open: 1 });
  control.report({ done: 0, total: 0, phase: 'checking' });
  const bytes = withoutInfo(drawn);
  if (bytes === null) throw new Error('a PDF file that says of itself what nobody knows');
  rescanPdf(await textOf(bytes), gathered.html, gathered.cleared);
  stopIfAsked(control);
  control.report({ done: 0, total: 0, phase: 'writing' });
  noteLeft(context, gathered, 'pdf', bytes);
  writeWhole(file, bytes);
  const { records, pictures, highestMarking } = gathered;
  return {
    file,
    sizeInBytes: bytes.length,
    records: records.length,
    pictures: pictures.size,
    highestMarking,
  };
}

async function gatherPage(
  context: StoreContext,
  wish: z.output<typeof PaperWish>,
  control: JobControl,
): Promise<GatheredPaper & { html: string }> {
  const gathered = await gatherPaper(context, wish, control);
  const pictures = new Map(
    [...gathered.pictures].map(([hash, { bytes, mediaType, width, height }]) => {
      const base64 = Buffer.from(bytes).toString('base64');
      return [hash, { address: `data:${mediaType};base64,${base64}`, width, height }];
    }),
  );
  const html = paperPage(gathered.paper, pictures);
  if (html.length > MOST_IN_BYTES) throw new Failure('document-too-large');
  rescanPage(html, gathered.cleared);
  return { ...gathered, html };
}

/** What nobody can read is not written. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const reader = openTextReader();
  try {
    const text = await reader.read(new Uint8Array(bytes), 'application/pdf', () => false);
    if (text === null || text.state !== 'text') throw new Failure('preflight-open', { open: 1 });
    return text.pages.map((page) => page.text).join('\n');
  } finally {
    reader.close();
  }
}

function hashOf(html: string): string {
  return createHash('sha256').update(html).digest('hex');
}
