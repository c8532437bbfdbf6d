import { hasStateSecretMarking } from '../state-secret.ts';
import type { Finding } from './finding.ts';

const FIRST_LINES = 5;
const LONGEST_LINE = 60;
/** What may stand between the characters of a marking: blanks, and what shows nothing (see `hasStateSecretMarking`). */
const GAP = '[ \\t\\p{Cf}\\p{Mn}\\p{Me}\\u115f\\u1160\\u3164\\uffa0\\u2800]{0,4}';
const starred = new RegExp(
  ['[绝机秘]', '密', '级?', '[★☆]', '(?:长期|永久|\\d{1,3}GAP(?:年|个月|月|日|天))?']
    .join(GAP)
    .replaceAll('GAP', GAP),
  'gu',
);
const grade = new RegExp(['[绝机秘]', '密', '级?'].join(GAP.replace('{0,4}', '{0,40}')), 'u');

/**
 * Markings of state secrets as `hasStateSecretMarking` knows them: a grade and ★ with its period, anywhere; a grade alone
 * on one of the first five lines, if the text is the beginning of a document.
 */
export function findSecrecy(text: string, isBeginning: boolean): Finding[] {
  const found = /[★☆]/u.test(text) ? findStarred(text) : [];
  if (!isBeginning) return found;
  let start = 0;
  for (let lines = 0; lines < FIRST_LINES && start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const isShort = end - start <= LONGEST_LINE;
    const line = text.slice(start, isShort ? end : start + 1);
    if (line.trim() !== '') lines += 1;
    const match = isShort ? grade.exec(line) : null;
    if (match !== null && !/[★☆]/u.test(line) && hasStateSecretMarking([line])) {
      const from = start + match.index;
      found.push({ kind: 'secrecy-marking', start: from, end: from + match[0].trimEnd().length });
    }
    start = end + 1;
  }
  return found;
}

function findStarred(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(starred)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    // A few characters before tell 商业秘密 from 秘密.
    const before =
      text
        .slice(Math.max(0, start - 6), start)
        .split('\n')
        .at(-1) ?? '';
    if (hasStateSecretMarking([before.replaceAll(/[★☆]/gu, ' ') + match[0]])) {
      found.push({ kind: 'secrecy-marking', start, end });
    }
  }
  return found;
}
