import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { findAuthorities, type Authority } from '../../shared/text/authorities.ts';
import { replaceRange, selectRange } from '../care/touch-range.ts';
import { rangeOf, textBlocksIn } from '../editor/text-blocks.ts';
import { setAuthorityNotes, type AuthorityNote } from './authority-notes.ts';

const NAME = 'editor-authority';
const REST_IN_MS = 600;
const MAX_NOTES = 1_000;

/**
 * Recognises the statutes, documents and case numbers that the document cites: underlined by the CSS Custom Highlight API and
 * listed in the inspector. It waits for a rest in the writing and then for idle moments, a slice of the text in each, never
 * looks while the input method composes, and does not touch the document.
 */
export function useAuthorities(editor: LexicalEditor, isReadOnly: boolean): void {
  useEffect(() => {
    const known = new Map<string, readonly Authority[]>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    let work: Generator<undefined, void> | null = null;
    const goOn = (deadline: IdleDeadline) => {
      const root = editor.getRootElement();
      if (root === null) return;
      if (editor.isComposing()) {
        later();
        return;
      }
      work ??= look(editor, root, known, isReadOnly);
      do {
        if (work.next().done === true) {
          work = null;
          return;
        }
      } while (deadline.timeRemaining() > 2);
      idle = requestIdleCallback(goOn, { timeout: 2_000 });
    };
    const later = () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      work = null;
      timer = setTimeout(() => (idle = requestIdleCallback(goOn, { timeout: 2_000 })), REST_IN_MS);
    };
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later();
    });
    later();
    return () => {
      stop();
      clearTimeout(timer);
      cancelIdleCallback(idle);
      CSS.highlights.delete(NAME);
      setAuthorityNotes([]);
    };
  }, [editor, isReadOnly]);
}

/** Of a document being written only a block or two are new each time. */
function* look(
  editor: LexicalEditor,
  root: HTMLElement,
  known: Map<string, readonly Authority[]>,
  isReadOnly: boolean,
): Generator<undefined, void> {
  const notes: AuthorityNote[] = [];
  const met = new Map<string, readonly Authority[]>();
  for (const block of textBlocksIn(root)) {
    let found = met.get(block.text) ?? known.get(block.text);
    if (found === undefined) {
      found = findAuthorities(block.text);
      yield undefined;
    }
    met.set(block.text, found);
    for (const authority of found) {
      if (notes.length >= MAX_NOTES) break;
      const words = block.text.slice(authority.start, authority.end);
      notes.push(noteOf(editor, authority, words, rangeOf(block, authority), isReadOnly));
    }
  }
  known.clear();
  for (const [text, found] of met) known.set(text, found);
  CSS.highlights.set(NAME, new Highlight(...notes.map(({ range }) => range)));
  setAuthorityNotes(notes);
}

function noteOf(
  editor: LexicalEditor,
  authority: Authority,
  words: string,
  range: Range,
  isReadOnly: boolean,
): AuthorityNote {
  const show = () => {
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  return {
    ...authority,
    words,
    range,
    show: isReadOnly ? show : () => selectRange(editor, range),
    normalise:
      isReadOnly || words === authority.normal
        ? null
        : () => replaceRange(editor, range, authority.normal),
  };
}
