import { Failure } from '../errors.ts';
import { DOCUMENT_VERSION, DocumentTree } from './tree.ts';
import { inlineRuns, type Block, type Inline } from './tree.ts';

/** Limits of a whole document, beside those of its single nodes. Characters are UTF-16 code units of node texts. */
export const MAX_DOCUMENT_CHARACTERS = 5_000_000;
export const MAX_DOCUMENT_BLOCKS = 100_000;

/**
 * Reads a document from plain data (JSON of the database, a pack, a window). Unknown node types and members,
 * a section id used twice and a document over the limits fail with `document-invalid`, a later version of the
 * tree with `document-newer`. The detail says where, never what the text was.
 */
export function readDocument(value: unknown): DocumentTree {
  if (isNewer(value)) throw new Failure('document-newer');
  const parsed = DocumentTree.safeParse(upgraded(value));
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new Failure('document-invalid', { path });
  }
  const fault = faultOf(parsed.data);
  if (fault !== null) throw new Failure('document-invalid', { path: fault });
  return parsed.data;
}

/** Version 1 had fewer kinds of nodes and is otherwise the same. */
function upgraded(value: unknown): unknown {
  const isOfVersion1 =
    typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
  return isOfVersion1 ? { ...value, version: DOCUMENT_VERSION } : value;
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return typeof value.version === 'number' && value.version > DOCUMENT_VERSION;
}

/** What the node schemas cannot say by themselves: limits and names over the whole document. */
function faultOf(document: DocumentTree): string | null {
  const ids = new Set<string>();
  let blocks = 0;
  let characters = 0;
  for (const [index, section] of document.sections.entries()) {
    if (ids.has(section.id)) return `sections.${index}.id`;
    ids.add(section.id);
    blocks += section.blocks.length;
    if (blocks > MAX_DOCUMENT_BLOCKS) return `sections.${index}.blocks`;
    for (const block of section.blocks) characters += charactersOf(block);
    if (characters > MAX_DOCUMENT_CHARACTERS) return `sections.${index}`;
  }
  return null;
}

function charactersOf(block: Block): number {
  return inlineRuns(block).reduce((sum, children) => sum + textLength(children), 0);
}

function textLength(children: readonly Inline[]): number {
  return children.reduce((sum, inline) => {
    if (inline.type === 'footnote') return sum + textLength(inline.children);
    return sum + ('text' in inline ? inline.text.length : 1);
  }, 0);
}
