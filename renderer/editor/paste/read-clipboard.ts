import * as z from 'zod';
import {
  Block,
  blockLines,
  DOCUMENT_VERSION,
  paragraphsOf,
} from '../../../shared/document/tree.ts';
import type { FailureCode } from '../../../shared/errors.ts';
import { hasStarredGrade, hasStateSecretMarking } from '../../../shared/text/state-secret.ts';
import { htmlToBlocks } from './html-to-blocks.ts';
import type { Pasted, Tracked } from './pasted.ts';
import { tableIn } from './read-tabbed.ts';

/** Our own copies, block for block. What is read back is checked like anybody's. */
export const OWN_TYPE = 'application/x-jianzhi-blocks+json';
const Own = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  /** The record it was copied from, whose pictures it shows. */
  from: z.string(),
  blocks: z.array(Block).max(100_000),
});

/** What a clipboard, or something dropped, holds for a text. */
export type Content =
  | { type: 'blocks'; blocks: Block[]; from: string | null }
  | { type: 'foreign'; pasted: Pasted; html: string }
  | { type: 'files'; files: readonly File[] }
  | { type: 'refused'; code: FailureCode };

export type OwnCopy = z.input<typeof Own>;

/**
 * The best that a clipboard holds: our own blocks, else HTML, else plain text with its lines, a table if it is one, else pictures. Pictures
 * come first where HTML has nothing but a reference to one. A state-secret marking is refused wherever it comes from but `here`, the
 * record that is open: what somebody typed is theirs to move.
 */
export function readClipboard(data: DataTransfer, here: string): Content {
  const own = ownIn(data);
  if (own !== null) return own.type === 'blocks' && own.from === here ? own : checked(own);
  const html = data.getData('text/html');
  const files = [...data.files].filter(({ type }) => type.startsWith('image/'));
  const foreign = html === '' ? null : foreignIn(html);
  if (foreign !== null && (foreign.type === 'refused' || hasText(foreign))) return checked(foreign);
  const text = data.getData('text/plain');
  if (text.trim() !== '') return checked(plainIn(text));
  if (files.length > 0) return { type: 'files', files };
  if (foreign !== null) return foreign;
  return { type: 'blocks', blocks: [], from: null };
}

/** Only the words, line by line. */
export function readPlain(data: DataTransfer): Content {
  const text = data.getData('text/plain').replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  return checked({ type: 'blocks', blocks: text === '' ? [] : paragraphsOf(text), from: null });
}

/** The same HTML again, with tracked changes the other way. */
export function foreignIn(html: string, tracked: Tracked = 'revised'): Content {
  const pasted = htmlToBlocks(html, tracked);
  if (pasted === null) return { type: 'refused', code: 'paste-too-complex' };
  return { type: 'foreign', pasted, html };
}

/** Null without a copy of ours, or with one that is not whole. */
function ownIn(data: DataTransfer): Content | null {
  const own = data.getData(OWN_TYPE);
  if (own === '') return null;
  const value = parseJson(own);
  const version =
    typeof value === 'object' && value !== null && 'version' in value && value.version;
  if (typeof version === 'number' && version > DOCUMENT_VERSION)
    return { type: 'refused', code: 'document-newer' };
  const parsed = Own.safeParse(value);
  return parsed.success
    ? { type: 'blocks', blocks: parsed.data.blocks, from: parsed.data.from }
    : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function plainIn(raw: string): Content {
  const text = raw.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const table = tableIn(text);
  return { type: 'blocks', blocks: table === null ? paragraphsOf(text) : [table], from: null };
}

function hasText(content: Content): boolean {
  const blocks = content.type === 'foreign' ? content.pasted.blocks : [];
  return blocks.some((block) => blockLines(block).some((line) => line.trim() !== ''));
}

/** The content, or its refusal if it is marked as a state secret. */
function checked(content: Content): Content {
  if (content.type === 'files' || content.type === 'refused') return content;
  const { blocks, remarks } =
    content.type === 'foreign' ? content.pasted : { blocks: content.blocks, remarks: [] };
  const lines = [...blocks.flatMap(blockLines), ...remarks.map(({ text }) => text)];
  const isPiece = blocks.length <= 1 && lines.length <= 1;
  const isMarked = isPiece ? lines.some(hasStarredGrade) : hasStateSecretMarking(lines);
  return isMarked ? { type: 'refused', code: 'paste-state-secret' } : content;
}
