import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { checkLines, rememberingCheck } from '../../shared/text/care/check-lines.ts';
import type { CareFinding, CareRule } from '../../shared/text/care/finding.ts';
import { rangeOf, textBlocksIn, type TextBlock } from '../editor/text-blocks.ts';
import { setCareNotes, type CareNote } from './care-notes.ts';
import { replaceRange, selectRange } from './touch-range.ts';

const NAME = 'editor-care';
const REST_IN_MS = 800;
/** More than these nobody reads; the first are told. */
const MAX_NOTES = 300;
const CONTEXT = 8;

/**
 * Language care for what the editor shows: underlined by the CSS Custom Highlight API and listed in the inspector. It waits for a
 * rest in the writing and then for an idle moment, never looks while the input method composes, and does not touch the
 * document.
 */
export function useCare(editor: LexicalEditor, off: readonly CareRule[] | undefined): void {
  useEffect(() => {
    if (off === undefined) return undefined;
    const check = rememberingCheck();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    const look = () => {
      const root = editor.getRootElement();
      if (root === null) return;
      if (editor.isComposing()) later();
      else publish(editor, textBlocksIn(root), off, check);
    };
    const later = () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      timer = setTimeout(() => (idle = requestIdleCallback(look, { timeout: 2_000 })), REST_IN_MS);
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
      setCareNotes([]);
    };
  }, [editor, off]);
}

function publish(
  editor: LexicalEditor,
  blocks: readonly TextBlock[],
  off: readonly CareRule[],
  check: ReturnType<typeof rememberingCheck>,
): void {
  const found = checkLines(
    blocks.map(({ text }) => text),
    off,
    check,
  );
  const ranges: Range[] = [];
  const notes: CareNote[] = [];
  for (const [place, block] of blocks.entries()) {
    for (const finding of found[place] ?? []) {
      if (notes.length >= MAX_NOTES) break;
      const range = rangeOf(block, finding);
      ranges.push(range);
      notes.push(noteOf(editor, block.text, finding, range, notes.length));
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
  setCareNotes(notes);
}

function noteOf(
  editor: LexicalEditor,
  text: string,
  { rule, start, end, suggestion }: CareFinding,
  range: Range,
  place: number,
): CareNote {
  return {
    key: `${place} ${rule} ${start}`,
    rule,
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
    suggestion,
    show: () => selectRange(editor, range),
    replace: () => replaceRange(editor, range, suggestion ?? ''),
  };
}
