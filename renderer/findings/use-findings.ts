import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { selectRange } from '../care/touch-range.ts';
import { rangeOf, textBlocksIn } from '../editor/text-blocks.ts';
import { setFindingNotes, type FindingNote } from './finding-notes.ts';
import './findings.css';
import { scanBlocks, type PlacedFinding } from './scan-blocks.ts';

const PERSONAL = 'editor-finding';
const SECRET = 'editor-secrecy';
const REST_IN_MS = 600;
/** More than these nobody reads; the first are told. */
const MAX_NOTES = 1_000;
/** Scanning stops after so long and goes on in the next idle moment. */
const SLICE_IN_MS = 6;

/**
 * Underlines in what the editor shows whatever must not leave unseen, and lists it in the inspector. It waits for a rest in
 * the writing, scans in idle moments and in short slices, never while the input method composes, and does not touch the
 * document.
 */
export function useFindings(editor: LexicalEditor, isOff: boolean): void {
  useEffect(() => {
    if (isOff) return undefined;
    const known: Parameters<typeof scanBlocks>[1] = new Map();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    let scan: ReturnType<typeof scanBlocks> | undefined;
    const later = () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      scan = undefined;
      timer = setTimeout(whenIdle, REST_IN_MS);
    };
    const whenIdle = () => {
      idle = requestIdleCallback(work, { timeout: 2_000 });
    };
    const work = () => {
      const root = editor.getRootElement();
      if (root === null) return;
      if (editor.isComposing()) return later();
      scan ??= scanBlocks(textBlocksIn(root), known);
      const start = performance.now();
      while (performance.now() - start < SLICE_IN_MS) {
        const step = scan.next();
        if (step.done === true) return publish(editor, step.value);
      }
      whenIdle();
    };
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later();
    });
    later();
    return () => {
      stop();
      clearTimeout(timer);
      cancelIdleCallback(idle);
      CSS.highlights.delete(PERSONAL);
      CSS.highlights.delete(SECRET);
      setFindingNotes([]);
    };
  }, [editor, isOff]);
}

function publish(editor: LexicalEditor, placed: readonly PlacedFinding[]): void {
  const personal: Range[] = [];
  const secret: Range[] = [];
  const notes = placed.slice(0, MAX_NOTES).map(({ finding, first, last, words }, place) => {
    const range = rangeFrom(finding, first, last);
    (finding.kind === 'secrecy-marking' ? secret : personal).push(range);
    return {
      key: `${place} ${finding.kind} ${finding.start}`,
      kind: finding.kind,
      words,
      show: () => selectRange(editor, range),
    } satisfies FindingNote;
  });
  CSS.highlights.set(PERSONAL, new Highlight(...personal));
  CSS.highlights.set(SECRET, new Highlight(...secret));
  setFindingNotes(notes);
}

function rangeFrom(
  { start, end }: PlacedFinding['finding'],
  first: PlacedFinding['first'],
  last: PlacedFinding['last'],
): Range {
  if (first === last) return rangeOf(first, { start, end });
  const range = rangeOf(first, { start, end: first.text.length });
  const rest = rangeOf(last, { start: 0, end });
  range.setEnd(rest.endContainer, rest.endOffset);
  return range;
}
