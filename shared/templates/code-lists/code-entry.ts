import type { Language } from '../../contract/window.ts';

/**
 * One choice of a code list. Codes are for ever: a name may be mended, a code never changes its meaning and is never given
 * again. `of` is the code of the function that a stage or an outcome belongs to; without it, it belongs to any.
 */
export type CodeEntry<Code extends string = string> = {
  code: Code;
  name: Readonly<Record<Language, string>>;
  of?: readonly string[];
};

export function entry<const Code extends string>(
  code: Code,
  chinese: string,
  english: string,
): CodeEntry<Code> {
  return { code, name: { 'zh-CN': chinese, en: english } };
}

/** Entries of one function, or of several. */
export function entriesOf(
  functions: readonly string[],
  entries: readonly CodeEntry[],
): CodeEntry[] {
  return entries.map((each) => ({ ...each, of: functions }));
}
