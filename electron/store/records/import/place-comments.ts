import { v7 as uuidv7 } from 'uuid';
import { carryMarks } from '../../../../shared/comments/marks-in-document.ts';
import type { Thread } from '../../../../shared/comments/thread.ts';
import type { DocumentTree, Inline } from '../../../../shared/document/tree.ts';
import type { WordComment } from './source-text.ts';

const LONGEST_PASSAGE = 2_000;
const LONGEST_NAME = 50;
/** What a thread about no words in particular is about. */
const WHOLE = '（全文）';

/**
 * The comments of a Word file as threads, and the document with each at its words: those with the most alike around them. One whose
 * words are not in the text, because they became the title for example, has no place; its passage says what it was about.
 */
export function placeComments(
  document: DocumentTree,
  comments: readonly WordComment[],
): { document: DocumentTree; threads: Thread[] } {
  if (comments.length === 0) return { document, threads: [] };
  const threads = comments.map(threadOf);
  const paragraphs = comments.map((comment, at) => ({
    type: 'paragraph' as const,
    children: paragraphOf(comment, threads[at]?.id ?? ''),
  }));
  const commented: DocumentTree = {
    version: 2,
    sections: [{ id: 'body', heading: '', blocks: paragraphs }],
  };
  return { document: carryMarks(commented, document), threads };
}

function threadOf({ who, at, text, paragraph, start, end }: WordComment): Thread {
  const author = { profileId: null, name: who.trim().slice(0, LONGEST_NAME) || null };
  const when = at ?? 0;
  const passage = paragraph.slice(start, end).slice(0, LONGEST_PASSAGE);
  return {
    id: uuidv7(),
    passage: passage === '' ? WHOLE : passage,
    replacement: null,
    revision: 0,
    at: when,
    author,
    entries: text === '' ? [] : [{ id: uuidv7(), kind: 'said', text, at: when, author }],
  };
}

/** The paragraph as it was, with the thread on the words. */
function paragraphOf({ paragraph, start, end }: WordComment, thread: string): Inline[] {
  const text = (part: string, marks?: string[]): Inline[] =>
    part === '' ? [] : [{ type: 'text', text: part, ...(marks === undefined ? {} : { marks }) }];
  return [
    ...text(paragraph.slice(0, start)),
    ...text(paragraph.slice(start, end), [thread]),
    ...text(paragraph.slice(end)),
  ];
}
