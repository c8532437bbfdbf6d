import type { Language } from '../../../shared/contract/window.ts';
import { wordsOf, type Words } from '../../../shared/i18n/index.ts';
import type { RunningApp } from '../../support/app.ts';
import { createFirstRun } from './first-run.ts';
import { createFrame } from './frame.ts';
import { createPacks } from './packs.ts';
import { createPoints } from './points.ts';
import { createRecords } from './records.ts';
import { createSearch } from './search.ts';
import { createSettings } from './settings.ts';

/** What a page object drives, and the words by which it finds things: the same way a person does. */
export type Driven = RunningApp & { words: Words };

/** The window's screens as verbs. `language` is the one the window speaks. */
export function pagesOf(running: RunningApp, language: Language = 'zh-CN') {
  const driven: Driven = { ...running, words: wordsOf(language) };
  return {
    words: driven.words,
    firstRun: createFirstRun(driven),
    frame: createFrame(driven),
    records: createRecords(driven),
    search: createSearch(driven),
    packs: createPacks(driven),
    points: createPoints(driven),
    settings: createSettings(driven),
  };
}
export type Pages = ReturnType<typeof pagesOf>;
