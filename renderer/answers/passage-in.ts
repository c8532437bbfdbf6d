import { markedRuns } from '../../shared/comments/marks-in-document.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';

/** What a receipt says around a passage, so that it is found again. */
const AROUND = 60;

export type FoundPassage = { section: string; passage: string; before: string; after: string };

/** Where words stand in a document, within one paragraph; the first place, if there are several. Null where they are not. */
export function passageIn(document: DocumentTree, words: string): FoundPassage | null {
  const passage = words.trim();
  if (passage === '') return null;
  for (const { section, text } of markedRuns(document)) {
    const start = text.indexOf(passage);
    if (start === -1) continue;
    const end = start + passage.length;
    return {
      section,
      passage,
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
    };
  }
  return null;
}
