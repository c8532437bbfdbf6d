import { foldName } from './read-label.ts';

/** Charges whose own names have the mark that separates keywords (Criminal Law, arts. 215 and 219-1). */
const namesWithMarks = [
  '非法制造、销售非法制造的注册商标标识罪',
  '非法制造、销售非法制造的注册商标标识',
  '为境外窃取、刺探、收买、非法提供商业秘密罪',
  '为境外窃取、刺探、收买、非法提供商业秘密',
];
const separators = /[\s、；;，,|｜/／·。]+/u;
const MAX_KEYWORD = 40;
const MAX_KEYWORDS = 50;

/** The keywords of a line, or null if the line is something else: a sentence, too long, too many. */
export function readKeywordLine(text: string): string[] | null {
  const trimmed = text.trim().replace(/[。；;，,、]+$/u, '');
  if (trimmed === '' || /[。：:！？!?…]/u.test(trimmed)) return null;
  const masked = namesWithMarks.reduce(
    (line, name) => line.replaceAll(name, (match) => match.replaceAll('、', '\u0001')),
    trimmed,
  );
  const words = masked
    .split(separators)
    .map((word) => word.replaceAll('\u0001', '、'))
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MAX_KEYWORDS) return null;
  return words.every((word) => Array.from(word).length <= MAX_KEYWORD) ? words : null;
}

/**
 * Keywords that nobody labelled: between the title and the first heading, three to eight short words side by side.
 * Rows of names, offices and dates look alike and are left in the text.
 */
export function readUnlabelledKeywords(text: string): string[] | null {
  if (/[“”《》（）()【】]/u.test(text)) return null;
  const words = readKeywordLine(text);
  if (words === null || words.length < 3 || words.length > 8) return null;
  const isWord = (word: string) => {
    const { length } = foldName(word);
    return length >= 2 && length <= 12 && /^[\p{Script=Han}]+$/u.test(word);
  };
  if (!words.every(isWord) || !words.some((word) => word.length >= 4)) return null;
  if (
    words.some((word) =>
      /某|检察院|法院|公安局|办公室|检察官|年$|月$|日$|省$|市$|[区县]$/u.test(word),
    )
  )
    return null;
  return words;
}
