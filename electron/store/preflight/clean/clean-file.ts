import { cleanDocx } from './clean-docx.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const plain = /^text\/(?:plain|csv|markdown)$/u;

/**
 * The file without what nobody sees in it: authors, places, dates, comments, former wording, previews. Null where that is not
 * known to be all of it. A plain text hides nothing.
 */
export async function cleanFile(bytes: Buffer, mediaType: string): Promise<Buffer | null> {
  if (mediaType === 'image/jpeg') return cleanJpeg(bytes);
  if (mediaType === 'image/png') return cleanPng(bytes);
  if (mediaType === DOCX) return cleanDocx(bytes);
  return plain.test(mediaType) ? bytes : null;
}
