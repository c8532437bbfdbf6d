import type { Language } from '../../../shared/contract/window.ts';
import { wordsOf, type Words } from '../../../shared/i18n/index.ts';
import { launchApp, type AppOptions, type RunningApp } from '../../support/app.ts';

/** Somebody sitting before the running app, who reads its words in one language and acts by them. */
export type Seat = RunningApp & { words: Words };

export async function takeSeat(options: AppOptions = {}): Promise<Seat> {
  const language: Language = options.language ?? 'zh-CN';
  const running = await launchApp(options);
  return { ...running, words: wordsOf(language) };
}
