import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode } from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import { useEffect, type RefObject } from 'react';
import type { Place } from '../../shared/contract/workspace.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { notePlace } from '../app/kept-place.ts';
import { onSurvey, surveyNow } from '../editor/survey/survey.ts';

/** What says that the person has begun to work. */
const signs = ['pointerdown', 'keydown', 'beforeinput', 'wheel'] as const;

let pending: Place | null = null;

/** The record of this place is about to be opened: it is shown there. */
export function goBackTo(place: Place): void {
  pending = place;
}

/** Shows the record at the place it was left, if it is opened for that, and remembers the place while it is open. */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>, recordId: RecordId): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let back = pending?.recordId === recordId ? pending : null;
    pending = null;
    if (back === null) notePlace({ recordId, scroll: 0, caret: null });
    const note = () => {
      const survey = surveyNow();
      if (survey === null) return;
      if (back !== null) {
        show(survey.editor, element, back);
        back = null;
      }
      const caret = survey.editor.getEditorState().read($caret);
      notePlace({ recordId, scroll: Math.round(element.scrollTop), caret });
    };
    // Whoever has begun to work is not moved any more.
    const stay = () => {
      back = null;
    };
    for (const type of signs) window.addEventListener(type, stay, { capture: true });
    const stop = onSurvey(note);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      stop();
      for (const type of signs) window.removeEventListener(type, stay, { capture: true });
      element.removeEventListener('scroll', note);
    };
  }, [scroller, recordId]);
}

function show(editor: LexicalEditor, scroller: HTMLElement, { caret, scroll }: Place): void {
  if (caret !== null && editor.isEditable()) {
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.update(() => $putCaret(caret), { discrete: true });
  }
  scroller.scrollTop = scroll;
}

function $caret(): Place['caret'] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const path: number[] = [];
  let node: LexicalNode = selection.focus.getNode();
  for (let up = node.getParent(); up !== null; up = node.getParent()) {
    path.unshift(node.getIndexWithinParent());
    node = up;
  }
  return { path: path.slice(0, 64), offset: selection.focus.offset };
}

/** Another window may have changed the text since: as far as the way still leads. */
function $putCaret({ path, offset }: NonNullable<Place['caret']>): void {
  let node: LexicalNode = $getRoot();
  for (const place of path) {
    const next = $isElementNode(node) ? node.getChildAtIndex(place) : null;
    if (next === null) break;
    node = next;
  }
  if ($isTextNode(node)) {
    const at = Math.min(offset, node.getTextContentSize());
    node.select(at, at);
  } else if ($isElementNode(node)) {
    const at = Math.min(offset, node.getChildrenSize());
    node.select(at, at);
  }
}
