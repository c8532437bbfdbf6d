import { open } from 'node:fs/promises';
import path from 'node:path';
import { roughText } from '../../../../shared/templates/recognise/rough-block.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';
import { readWord } from './read-word.ts';
import { Skipped, type SourceText } from './source-text.ts';

export const MAX_FILE_IN_BYTES = 50 * 1024 * 1024;

type Reader = (bytes: Buffer) => SourceText | Promise<SourceText>;
const readers: Readonly<Record<string, Reader>> = {
  '.txt': readPlain,
  '.md': readMarkdown,
  '.docx': readWord,
};

/** The text of a file, by its ending. Throws `Skipped` with the reason if there is none to be had. */
export async function readSource(file: string): Promise<SourceText> {
  const ending = path.extname(file).toLowerCase();
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (reader === undefined) throw new Skipped('file-kind-unknown');
  const source = await reader(await readBytes(file));
  if (source.blocks.every((block) => roughText(block).trim() === ''))
    throw new Skipped('file-empty');
  return source;
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file, 'r');
    const { size } = await handle.stat();
    if (size > MAX_FILE_IN_BYTES) throw new Skipped('file-too-large');
    const bytes = await handle.readFile();
    if (bytes.length === 0) throw new Skipped('file-empty');
    return bytes;
  } catch (error) {
    if (error instanceof Skipped) throw error;
    throw new Skipped('file-unreadable', error);
  }
}
