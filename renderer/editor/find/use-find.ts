import { $setSelection, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $blockTexts, $replaceMatches, rangeOfMatch, type BlockText } from './block-texts.ts';
import { findInTime, type Finding } from './find-in-time.ts';
import type { FindQuery, Match } from './find-in-texts.ts';

const ALL = 'editor-find';
const NOW = 'editor-hit-now';
const REST_IN_MS = 150;
/** More marks than this help nobody and cost time to paint. */
const MAX_MARKS = 2_000;

type State = { blocks: readonly BlockText[]; finding: Finding | null; now: number };
const nothing: State = { blocks: [], finding: null, now: -1 };

/** What is found in the open document, marked on the page without touching it, and the ways from place to place. */
export function useFind(editor: LexicalEditor, query: FindQuery) {
  const [state, setState] = useState<State>(nothing);
  const asked = useRef(0);
  const lookedFor = useRef('');
  const { finding, blocks, now } = state;
  const matches = finding !== null && typeof finding === 'object' ? finding.matches : none;

  const look = useCallback(
    async (from: 'caret' | 'same') => {
      const question = (asked.current += 1);
      const texts = editor.read($blockTexts);
      const answer =
        query.text === ''
          ? null
          : await findInTime(
              texts.map(({ text }) => text),
              query,
            );
      if (question !== asked.current) return;
      const found = answer !== null && typeof answer === 'object' ? answer.matches : none;
      setState((before) => ({
        blocks: texts,
        finding: answer,
        now:
          from === 'same'
            ? Math.min(before.now, found.length - 1)
            : firstBelow(editor, texts, found),
      }));
    },
    [editor, query],
  );
  useEffect(() => {
    // Typing what it is replaced by leaves one where one is.
    const wanted = JSON.stringify({ ...query, replacement: '' });
    const from = wanted === lookedFor.current ? 'same' : 'caret';
    lookedFor.current = wanted;
    let timer = setTimeout(() => void look(from), REST_IN_MS);
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void look('same'), REST_IN_MS * 2);
    });
    return () => {
      stop();
      clearTimeout(timer);
      asked.current += 1;
    };
  }, [editor, look, query]);
  useEffect(() => {
    mark(editor, blocks, matches, now);
    return () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(NOW);
    };
  }, [editor, blocks, matches, now]);

  const go = (step: 1 | -1) => {
    if (matches.length === 0) return;
    const next = (now + step + matches.length) % matches.length;
    setState((before) => ({ ...before, now: next }));
    show(editor, blocks, matches[next]);
  };
  /** Replaces them and says how many, in one step of undo, if the text is still the one they were found in. */
  const replace = async (which: 'this' | 'all'): Promise<number> => {
    // What it is replaced by may have been typed this moment.
    const answer = await findInTime(
      blocks.map(({ text }) => text),
      query,
    );
    const fresh = answer === 'invalid' || answer === 'too-slow' ? none : answer.matches;
    const here = matches[now];
    const chosen = fresh.filter(
      ({ block, start }) => which === 'all' || (block === here?.block && start === here.start),
    );
    let isDone = false;
    editor.update(
      () => {
        const lines = $blockTexts();
        const isSame =
          lines.length === blocks.length &&
          lines.every(({ text }, at) => text === blocks[at]?.text);
        if (!isSame || chosen.length === 0) return;
        // A caret in what goes would be nowhere.
        $setSelection(null);
        $replaceMatches(lines, chosen);
        isDone = true;
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    return isDone ? chosen.length : 0;
  };
  return { finding, matches, blocks, now, go, replace };
}

const none: Match[] = [];

/** The first match at or below the caret, so that one goes on from where one is. */
function firstBelow(
  editor: LexicalEditor,
  blocks: readonly BlockText[],
  matches: readonly Match[],
): number {
  if (matches.length === 0) return -1;
  const root = editor.getRootElement();
  const selection = getSelection();
  const place = selection?.focusNode ?? null;
  if (place === null || root?.contains(place) !== true) return 0;
  const found = matches.findIndex((match) => {
    const block = blocks[match.block];
    const range = block === undefined ? null : rangeOfMatch(editor, block, match);
    return range !== null && range.comparePoint(place, selection?.focusOffset ?? 0) <= 0;
  });
  return Math.max(found, 0);
}

function mark(
  editor: LexicalEditor,
  blocks: readonly BlockText[],
  matches: readonly Match[],
  now: number,
): void {
  const first = Math.max(0, Math.min(now - MAX_MARKS / 2, matches.length - MAX_MARKS));
  const ranges = matches.slice(first, first + MAX_MARKS).flatMap((match) => {
    const block = blocks[match.block];
    const range = block === undefined ? null : rangeOfMatch(editor, block, match);
    return range === null ? [] : [range];
  });
  CSS.highlights.set(ALL, new Highlight(...ranges));
  const here = matches[now];
  const block = here === undefined ? undefined : blocks[here.block];
  const range =
    here === undefined || block === undefined ? null : rangeOfMatch(editor, block, here);
  if (range === null) CSS.highlights.delete(NOW);
  else {
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set(NOW, highlight);
  }
}

function show(editor: LexicalEditor, blocks: readonly BlockText[], match: Match | undefined): void {
  const block = match === undefined ? undefined : blocks[match.block];
  if (match === undefined || block === undefined) return;
  const range = rangeOfMatch(editor, block, match);
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** The keyboard goes back to the text, with the match selected. */
export function selectMatch(
  editor: LexicalEditor,
  blocks: readonly BlockText[],
  match: Match | undefined,
): void {
  const block = match === undefined ? undefined : blocks[match.block];
  const range =
    match === undefined || block === undefined ? null : rangeOfMatch(editor, block, match);
  editor.getRootElement()?.focus({ preventScroll: true });
  if (range === null) return;
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
