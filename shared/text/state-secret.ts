import { viewOf } from './scan/view.ts';

/** How many of the first lines with text are looked at for a grade that stands alone. */
const FIRST_LINES = 5;
const GRADE = '(?:绝密|机密|秘密)级?';

/** A grade, ★ and how long: 机密★10年. Secrets of business and of work are marked alike, and are none of the state. */
const starred = new RegExp(`(.{0,4})${GRADE}\\s*[★☆]`, 'gu');
const otherSecrets = /(?:商业|工作|企业|公司|集团|单位|个人|内部|技术|核心商|普通商)$/u;
/** What stands beside a grade at the head of an official paper: the copy's number, the urgency. */
const beside = /^(?:特急|加急|平急|特提|急件|急|(?:no\.?)?\d{1,8}|第\d{1,8}[份号])$/u;
const alone = new RegExp(`^(?:(?:密级|保密等级|涉密等级|定密等级)[:：]?)?${GRADE}$`, 'u');
/** What shows nothing and is left by the view, which keeps places: tags, marks upon nothing, fillers, the empty Braille cell. */
const unseen = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\u2800]/gu;
const around = /^[\s[\](){}<>"'《》〈〉「」『』·•*#]+|[\s[\](){}<>"'《》〈〉「」『』·•*#]+$/gu;

/**
 * Whether a text bears the marking of a state secret: a grade (绝密, 机密, 秘密) followed by ★, anywhere; or a grade
 * alone on one of its first five lines or in a line of its page headers. The words in prose (商业秘密, 公司机密) are
 * none. Forms: 国家秘密定密管理暂行规定 and GB/T 9704-2012, 7.2.2 (份号, 密级和保密期限, 紧急程度).
 */
export function hasStateSecretMarking(
  lines: readonly string[],
  pageLines: readonly string[] = [],
): boolean {
  const first: string[] = [];
  for (const line of lines) {
    if (hasStarredGrade(line)) return true;
    if (first.length < FIRST_LINES && line.trim() !== '') first.push(line);
  }
  return [...first, ...pageLines].some(isGradeAlone) || pageLines.some(hasStarredGrade);
}

/** A cell of a table that says the grade, under a heading such as 密级. */
export function isSecretCell(heading: string, text: string): boolean {
  return /密级|保密等级|涉密等级|定密/u.test(seen(heading)) && isGradeAlone(text);
}

/** A grade with ★ anywhere in a line; for a piece of a line, where a grade alone is only a word. */
export function hasStarredGrade(line: string): boolean {
  if (!/[★☆]/u.test(line)) return false;
  return [
    ...seen(line)
      .replaceAll(/[ \t]+/gu, '')
      .matchAll(starred),
  ].some(([, before = '']) => !otherSecrets.test(before));
}

/** Characters that cannot be seen hide nothing. */
function seen(line: string): string {
  return viewOf(line).text.replaceAll(unseen, '');
}

function isGradeAlone(line: string): boolean {
  // Long enough for any marking, short enough to be looked at whole.
  if (line.length > 2000) return false;
  const visible = seen(line);
  if (visible.length > 60) return false;
  const folded = visible.replaceAll(around, '');
  if (alone.test(folded.replaceAll(/\s+/gu, ''))) return true;
  const words = folded.split(/\s+/u).map((word) => word.replaceAll(around, ''));
  return (
    words.some((word) => alone.test(word)) &&
    words.every((word) => alone.test(word) || beside.test(word))
  );
}
