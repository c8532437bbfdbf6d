import type { Language } from '../contract/window.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';
export { failureText } from './failure-text.ts';

export const languages: Record<Language, Words> = { 'zh-CN': zhCN, en };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return languages[language];
}
