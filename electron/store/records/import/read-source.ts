import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WordChanges } from '../../../../shared/contract/records.ts';
import type { TextEncoding } from '../../../../shared/contract/imports.ts';
import type { Row } from '../../../../shared/templates/recognise/recognise-row.ts';
import {
  isBlank,
  roughLines,
  type RoughBlock,
} from '../../../../shared/templates/recognise/rough-block.ts';
import { splitBatch } from '../../../../shared/templates/recognise/split-batch.ts';
import { hasStateSecretMarking } from '../../../../shared/text/state-secret.ts';
import { readHtml } from './read-html.ts';
import { readList } from './read-list.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';
import { readWord } from './read-word.ts';
import type { KeptFile } from './pictures.ts';
import { Skipped, type ChangeCounts, type SourceText, type WordComment } from './source-text.ts';

export const MAX_FILE_IN_BYTES = 50 * 1024 * 1024;

/** What one record is to be made of. */
export type Part = { type: 'text'; blocks: RoughBlock[] } | { type: 'row'; row: Row };
/** A file with text, in the parts that become a record each: one, mostly. */
export type Source = {
  parts: Part[];
  notKept: SourceText['notKept'];
  encoding: TextEncoding | null;
  files: KeptFile[];
  remote: string[];
  changes: ChangeCounts | null;
  comments: WordComment[];
};

type Reader = (bytes: Buffer, taken: WordChanges) => SourceText | Promise<SourceText>;
const readers: Readonly<Record<string, Reader>> = {
  '.txt': readPlain,
  '.md': readMarkdown,
  '.docx': readWord,
  '.csv': readList,
  '.html': readHtml,
  '.htm': readHtml,
};
/** Their makers' own formats. A converter would write the text in clear to the disk, so the person has to save them anew. */
const oldWord = new Set(['.doc', '.wps', '.wpt', '.dot', '.rtf']);

/** The text of a file, by its ending. Throws `Skipped` with the reason if there is none to be had. */
export async function readSource(file: string, taken: WordChanges): Promise<Source> {
  const ending = path.extname(file).toLowerCase();
  if (oldWord.has(ending)) throw new Skipped('file-old-word');
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (reader === undefined) throw new Skipped('file-kind-unknown');
  const source = await reader(readBytes(file), taken);
  refuseMarked(source);
  const parts = partsOf(source);
  if (parts.length === 0) throw new Skipped('file-empty');
  const { notKept, encoding = null, files = [], remote = [], changes = null } = source;
  return { parts, notKept, encoding, files, remote, changes, comments: source.comments ?? [] };
}

function partsOf({ blocks, rows }: SourceText): Part[] {
  if (rows !== undefined)
    return rows.filter((row) => row.length > 0).map((row) => ({ type: 'row', row }));
  const withText = blocks.filter((block) => !isBlank(block));
  // Pictures alone are no text to be a record.
  if (withText.every(({ type }) => type === 'image')) return [];
  return splitBatch(withText).map((part) => ({ type: 'text', blocks: part }));
}

/** State-secret material must not enter the workspace: the whole file stays outside. */
function refuseMarked({
  blocks,
  rows = [],
  pageLines = [],
  files = [],
  comments = [],
}: SourceText): void {
  const remarks = files
    .filter(({ mediaType }) => mediaType === 'text/plain')
    .flatMap(({ bytes }) => Buffer.from(bytes).toString('utf8').split('\n'));
  const said = comments.flatMap(({ text }) => text.split('\n'));
  const lines = [...blocks.flatMap(roughLines), ...remarks, ...said];
  const cells = rows.map((row) => row.flatMap(({ text }) => text.split('\n')));
  if (hasStateSecretMarking(lines, pageLines) || cells.some((row) => hasStateSecretMarking(row)))
    throw new Skipped('file-state-secret');
}

/** All text of a part, a line each; what a text is recognised by, and compared with others. */
export function partLines(part: Part): string[] {
  if (part.type === 'text') return part.blocks.flatMap(roughLines);
  return part.row.map(({ text }) => text);
}

/** Without promises: the thread has nothing else to do, and for small files they cost more than the reading. */
function readBytes(file: string): Buffer {
  try {
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = fstatSync(handle);
      if (size > MAX_FILE_IN_BYTES) throw new Skipped('file-too-large');
      const bytes = readFileSync(handle);
      if (bytes.length === 0) throw new Skipped('file-empty');
      return bytes;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Skipped) throw error;
    throw new Skipped('file-unreadable', error);
  }
}
