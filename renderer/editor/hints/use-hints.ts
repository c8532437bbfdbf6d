import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { usualLengths } from '../../../shared/templates/usual-lengths.ts';
import { useSpeech } from '../../app/words.tsx';
import { onSurvey, surveyNow } from '../survey/survey.ts';

/** What each section is for, in the quiet line below its heading; the style sheet shows it only while the section is empty or short. */
export function useHints(editor: LexicalEditor, isReadOnly: boolean): void {
  const { words, count } = useSpeech();
  useEffect(() => {
    if (isReadOnly) return undefined;
    const write = () => {
      const survey = surveyNow();
      if (survey?.editor !== editor) return;
      for (const { key, id, characters } of survey.sections) {
        const hint = words.sectionHints[id];
        const line = editor.getElementByKey(key)?.querySelector('.editor-section-body');
        if (line === null || line === undefined) continue;
        const usual = usualLengths[id];
        const length = usual === undefined ? '' : words.writing.usualLength(count(usual));
        const soFar = characters === 0 ? '' : words.writing.shortSoFar(count(characters));
        const text = hint === undefined ? '' : [hint, length, soFar].filter(Boolean).join(' · ');
        // An attribute, which Lexical does not watch, and which is no text of the document.
        if (text === '') line.removeAttribute('data-hint');
        else if (line.getAttribute('data-hint') !== text) line.setAttribute('data-hint', text);
      }
    };
    write();
    return onSurvey(write);
  }, [editor, isReadOnly, words, count]);
}
