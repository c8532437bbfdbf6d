import { HISTORIC_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect } from 'react';
import { fullnessOf } from '../../../shared/templates/usual-lengths.ts';
import { $here, $surveySections, setSurvey, surveyNow, type Here } from './survey.ts';

const REST_IN_MS = 300;

/** Keeps the survey of the open document: at a rest in the writing, in an idle moment, never while the input method composes. */
export function useSurveying(editor: LexicalEditor, isReadOnly: boolean): void {
  useEffect(() => {
    const changed = new Set<NodeKey>();
    let isFirst = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    const look = () => {
      if (editor.isComposing()) {
        later();
        return;
      }
      const before = isFirst ? [] : (surveyNow()?.sections ?? []);
      const survey = editor.getEditorState().read(() => ({
        sections:
          changed.size === 0 && before.length > 0 ? before : $surveySections(before, changed),
        here: $here(),
      }));
      isFirst = false;
      changed.clear();
      setSurvey({ editor, isReadOnly, ...survey });
      markSections(editor, survey.sections, survey.here);
    };
    const later = () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      timer = setTimeout(() => (idle = requestIdleCallback(look, { timeout: 2_000 })), REST_IN_MS);
    };
    const stop = editor.registerUpdateListener(({ dirtyElements, tags }) => {
      // Undo puts another state in its place and does not say what is new in it.
      if (tags.has(HISTORIC_TAG)) isFirst = true;
      for (const key of dirtyElements.keys()) changed.add(key);
      later();
    });
    const first = setTimeout(look);
    return () => {
      stop();
      clearTimeout(first);
      clearTimeout(timer);
      cancelIdleCallback(idle);
      setSurvey(null);
    };
  }, [editor, isReadOnly]);
}

/** For the style sheet: how far a section has come, and which one the caret is in. Lexical does not watch attributes. */
function markSections(
  editor: LexicalEditor,
  sections: readonly { key: NodeKey; id: string; characters: number }[],
  here: Here,
): void {
  for (const { key, id, characters } of sections) {
    const element = editor.getElementByKey(key);
    if (element === null) continue;
    element.dataset['fullness'] = fullnessOf(id, characters);
    element.toggleAttribute('data-here', key === here.section);
  }
}
