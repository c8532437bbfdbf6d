import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Paper } from '../../../shared/documents/official-paper.ts';
import type { WordPictures } from './word-body.ts';
import { wordParts } from './word-parts.ts';

/** Written into every entry, so that the file says nothing of when it was made. */
const SOME_TIME = new Date(1990, 0, 1, 12);

/** A paper as a Word file. The same paper gives the same bytes. */
export async function wordFile(paper: Paper, pictures: WordPictures): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, bytes: Uint8Array) =>
    zip.addBuffer(Buffer.from(bytes), name, { mtime: SOME_TIME, forceDosTimestamp: true });
  for (const [name, xml] of wordParts(paper, pictures)) add(name, Buffer.from(xml));
  for (const { name, bytes } of pictures.values()) add(`word/media/${name}`, bytes);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}
