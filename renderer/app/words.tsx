import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { wordsOf, type Words } from '../../shared/i18n/index.ts';
import { formatCount } from '../../shared/i18n/format.ts';
import type { Language } from '../../shared/contract/window.ts';

type Speech = { language: Language; words: Words; count: (value: number) => string };

const SpeechContext = createContext<Speech | null>(null);

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const speech = useMemo<Speech>(
    () => ({ language, words: wordsOf(language), count: (value) => formatCount(value, language) }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = speech.words.app.windowTitle;
  }, [language, speech]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The language of the window. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === null) throw new Error('useSpeech needs a WordsProvider');
  return speech;
}

export function useWords(): Words {
  return useSpeech().words;
}
