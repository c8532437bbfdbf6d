import type { LexicalEditor } from 'lexical';
import {
  citationLabel,
  MISSING_NUMBER,
  numberSources,
  type CitedItems,
} from '../../../shared/document/citations.ts';
import { CITATION_CLASS } from '../nodes/citation-node.ts';

/** What is known of the sources of a document: their entries, and which of them were asked for. */
export type Known = {
  asked: ReadonlySet<string>;
  entries: ReadonlyMap<string, { title: string; entry: string }>;
};
export const nothingKnown: Known = { asked: new Set(), entries: new Map() };

type Cited = { element: HTMLElement; items: CitedItems };
const numbersOfEditors = new WeakMap<LexicalEditor, ReadonlyMap<string, number>>();

/** The numbers shown now, for copies that leave the document. */
export function numbersIn(editor: LexicalEditor): ReadonlyMap<string, number> {
  return numbersOfEditors.get(editor) ?? new Map<string, number>();
}

/** The citations on the page in reading order. A live collection: looking at an empty one costs nothing. */
export function citationsOn(root: HTMLElement): Cited[] {
  return [...root.getElementsByClassName(CITATION_CLASS)].flatMap((element) =>
    element instanceof HTMLElement ? [{ element, items: itemsOf(element) }] : [],
  );
}

export function itemsOf(element: HTMLElement): CitedItems {
  return JSON.parse(element.dataset['items'] ?? '[]') as CitedItems;
}

/**
 * Writes the numbers into the citations. Until the store has said what there is, a source
 * counts as there. Answers the sources in the order of their first citation, also those that are gone.
 */
export function labelCitations(
  editor: LexicalEditor,
  root: HTMLElement,
  { asked, entries }: Known,
  missing: string,
): string[] {
  const cited = citationsOn(root);
  if (cited.length === 0) {
    numbersOfEditors.delete(editor);
    return [];
  }
  const all = cited.map(({ items }) => items);
  const numbers = numberSources(all, (id) => entries.has(id) || !asked.has(id));
  numbersOfEditors.set(editor, numbers);
  for (const { element, items } of cited) {
    const label = citationLabel(items, numbers);
    if (element.textContent !== label) element.textContent = label;
    const title = items
      .map(({ sourceId }) => {
        const known = entries.get(sourceId);
        const number = numbers.get(sourceId) ?? MISSING_NUMBER;
        return `[${number}] ${known?.entry ?? (asked.has(sourceId) ? missing : '')}`;
      })
      .join('\n');
    if (element.title !== title) element.title = title;
    const isBroken = items.some(({ sourceId }) => !numbers.has(sourceId));
    element.toggleAttribute('data-broken', isBroken);
  }
  return [...new Set(all.flat().map(({ sourceId }) => sourceId))];
}
