import { boldLength } from '../../document/inlines.ts';
import { inlineText } from '../../document/tree.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import { readBrackets, readLabel, type Label, type Lookup } from './read-label.ts';
import type { RoughLine } from './rough-block.ts';
import type { Meaning } from './section-names.ts';

/** How a heading shows itself. Headings of one document mostly show themselves in one way. */
export type Look = 'marked' | 'bracket' | 'numbered' | 'bold' | 'bare';

/**
 * What a line could be by itself, before its neighbours are asked. `known`: a name of the template. `unknown`: looks
 * like a heading of some kind. `level` is 0 for headings without a number, else that of the number.
 */
export type Shape =
  | { type: 'known'; label: Label<Meaning>; level: number; look: Look }
  | {
      type: 'unknown';
      name: string;
      restStart: number;
      level: number;
      look: Look;
      numbering: Numbering | null;
      bracket: string | null;
    };

const MAX_HEADING = 40;
const closing =
  /^(?:办案检察院|办案单位|办理单位|承办检察院|承办单位|承办检察官|承办人员?|案例撰写人|撰写人|撰稿人?|执笔人?|作者|供稿|联系人|审稿人|报送单位)/u;
/** A line of a table of contents: it ends in a page number after a tab or dots. */
const contentsLine = /(?:\t|…|\.{3,}|·{3,})\s*\d+$/u;

export function shapeOf(
  line: RoughLine,
  names: Lookup<Meaning>,
  compounds: Lookup<Meaning>,
): Shape | null {
  const text = inlineText(line.children);
  if (text === '' || contentsLine.test(text)) return null;
  const bold = boldLength(line.children);
  const label = readLabel(text, names, bold) ?? compoundLabel(line, text, compounds);
  if (label !== null) return knownShape(line, text, label, bold);
  return line.item === null ? unknownShape(line, text, bold) : null;
}

function compoundLabel(
  line: RoughLine,
  text: string,
  compounds: Lookup<Meaning>,
): Label<Meaning> | null {
  const label = readLabel(text, compounds);
  if (label === null) return null;
  const isMarked = line.rank !== null && label.isAlone;
  const isNumbered = label.isAlone && label.numbering?.level === 1;
  return isMarked || isNumbered || label.bracket === '【' ? label : null;
}

function knownShape(line: RoughLine, text: string, label: Label<Meaning>, bold: number): Shape {
  const level = label.bracket === null ? (label.numbering?.level ?? 0) : 0;
  return { type: 'known', label, level: line.rank === null ? level : 0, look: lookOf() };

  function lookOf(): Look {
    if (line.rank !== null) return 'marked';
    if (label.bracket !== null) return 'bracket';
    if (label.numbering !== null) return 'numbered';
    return bold >= text.trimEnd().length ? 'bold' : 'bare';
  }
}

function unknownShape(line: RoughLine, text: string, bold: number): Shape | null {
  if (closing.test(text.replace(/^[【〔[\s]+/u, ''))) return null;
  const numbering = readNumbering(text);
  const offset = numbering?.length ?? 0;
  const brackets = readBrackets(text, offset);
  if (brackets !== null && '【〔〖[［'.includes(brackets.bracket) && isName(brackets.inside)) {
    const { bracket, end } = brackets;
    const gap = /^[：:\s]*/u.exec(text.slice(end))?.[0].length ?? 0;
    const isWhole = end + gap === text.length;
    if (isWhole || bracket === '【') {
      const name = brackets.inside.trim();
      return {
        type: 'unknown',
        name,
        restStart: end + gap,
        level: 0,
        look: 'bracket',
        numbering,
        bracket,
      };
    }
  }
  const name = text
    .slice(offset)
    .replace(/[：:\s]+$/u, '')
    .trim();
  if (name.length > MAX_HEADING || !/\p{L}/u.test(name) || /[。；;！？]/u.test(name)) return null;
  const base = { type: 'unknown', name, restStart: text.length, numbering, bracket: null } as const;
  if (line.rank !== null) return { ...base, level: 0, look: 'marked' };
  if (/^案例[一二三四五六七八九十0-9]{1,3}(?:[：:、\s]|$)/u.test(text))
    return { ...base, level: 0, look: 'bracket', bracket: '【' };
  if (/[，,、]$/u.test(name)) return null;
  if (numbering !== null) return { ...base, level: numbering.level, look: 'numbered' };
  const isAllBold = bold > 0 && bold >= text.trimEnd().length;
  return isAllBold && name.length <= 30 && !/：|:/u.test(text)
    ? { ...base, level: 0, look: 'bold' }
    : null;
}

function isName(inside: string): boolean {
  const name = inside.trim();
  return (
    name.length >= 2 &&
    name.length <= 20 &&
    /^\p{Script=Han}/u.test(name) &&
    !/[。；;，,！？]/u.test(name)
  );
}
