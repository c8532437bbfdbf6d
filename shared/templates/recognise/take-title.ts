import { inlineText } from '../../document/tree.ts';
import { readNumbering } from './numbering.ts';
import { readUnlabelledKeywords } from './keywords.ts';
import { readLabel, type Lookup } from './read-label.ts';
import { roughText, type RoughBlock, type RoughLine } from './rough-block.ts';
import type { Meaning } from './section-names.ts';

/** `lead` is what stood before the title, `rest` what follows it, `decoration` what was left out (案例一, 《 》). */
export type TakenTitle = {
  title: string | null;
  lead: RoughLine[];
  rest: RoughBlock[];
  decoration: string[];
};

/** A title is looked for in so many lines, none of them longer than this. */
const MAX_LEAD_LINES = 8;
const MAX_TITLE = 120;

const ordinal =
  /^[【〔[《]?\s*(?:[\p{Script=Han}]{0,6}典型|指导性|精品|优秀)?案例\s*(?:之\s*)?[一二三四五六七八九十百0-9０-９]{1,3}\s*[】〕\]》]?\s*[：:、.．—–-]*\s*/u;
const sort =
  /^(?:[【〔[《](?:典型案例|指导性案例|参考案例|精品案例|案例|经验做法|调研报告|信息简报)[】〕\]》]\s*[：:]?|(?:典型案例|指导性案例|案例|经验做法)\s*[：:]|(?:典型案例|指导性案例)\s+)\s*(?=\S)/u;
const isWholeTitle =
  /(?:案|案件|报告|意见|建议|经验|做法|简报|调研|研究|思考|情况|探析|分析|实践|启示|机制|办法|总结|对策|路径|综述|问题)[）)》”】]?$/u;
const leads: readonly RegExp[] = [
  /^[\p{Script=Han}（）()]{2,30}(?:人民检察院|检察机关)(?:(?:19|20)\d{2}年.{0,6}日)$/u,
  /^[\p{Script=Han}]{0,12}(?:简报|信息|专报|快报|动态|参考)$/u,
  /^[\p{Script=Han}（）()]{2,30}(?:人民检察院|检察院|检察室|办公室|检察部|联系点|课题组|编辑部)$/u,
  /^[\p{Script=Han}]{2,12}[（(〔[]\d{4}[）)〕\]]\s*第?\d{1,4}号$/u,
  /^(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年.{0,14}[日月期）)]$/u,
  /^[（(]?\s*(?:19|20)?\d{0,4}年?第.{1,6}期.{0,12}[）)]?$/u,
  /^附\s*件?\s*[0-9０-９一二三四五六七八九十]*\s*[：:]?$/u,
  /^[（(【[]?\s*(?:送审稿|征求意见稿|修改稿|讨论稿|初稿|草稿|审定稿|检例第\s*\d+\s*号)\s*[）)】\]]?$/u,
  /^(?:公开|内部|内部资料|工作秘密|敏感|内部材料|注意保存)(?:[，、\s].{0,10})?$/u,
  /^(?:知识产权)?(?:检察)?(?:典型案例|指导性案例|指导性案例推荐|经验做法|信息简报|工作简报|检察信息|调研报告|工作情况|工作信息|案例材料|推荐材料)(?:推荐表|选编|汇编)?$/u,
  /^(?:作者|撰稿人?|执笔人?|供稿|报送单位|单位|联系人|日期|密级)\s*[：:]/u,
];

export function takeTitle(blocks: readonly RoughBlock[], names: Lookup<Meaning>): TakenTitle {
  const head = headOf(blocks, names);
  const labelled = titleLabel(head, blocks, names);
  if (labelled !== null) return labelled;
  const start = markedTitle(head) ?? plainTitle(head);
  if (start === null) return { title: null, lead: [], rest: [...blocks], decoration: [] };
  const decoration: string[] = [];
  const lead = head.slice(0, start).filter((line) => {
    const isOrdinal = strip(roughText(line), decorationOf).text === '';
    if (isOrdinal) decoration.push(roughText(line));
    return !isOrdinal;
  });
  const lines = titleLines(head, start);
  const { text, removed } = strip(lines.map(titleText).reduce(glue), decorationOf);
  const { text: title, removed: wrapping } = unwrap(text);
  decoration.push(...removed, ...wrapping);
  return { title, lead, rest: blocks.slice(start + lines.length), decoration };
}

/** The lines before the first part, table or labelled line. */
function headOf(blocks: readonly RoughBlock[], names: Lookup<Meaning>): RoughLine[] {
  const head: RoughLine[] = [];
  for (const block of blocks) {
    if (block.type !== 'line' || head.length === MAX_LEAD_LINES) break;
    if (readLabel(roughText(block), names) !== null) break;
    head.push(block);
  }
  return head;
}

/** `标题：…`, or 标题 alone and the title in the next line. */
function titleLabel(
  head: RoughLine[],
  blocks: readonly RoughBlock[],
  names: Lookup<Meaning>,
): TakenTitle | null {
  const block = blocks[head.length];
  if (block?.type !== 'line') return null;
  const text = roughText(block);
  const label = readLabel(text, names);
  if (label?.meaning.type !== 'title') return null;
  const next = blocks[head.length + 1];
  const source = label.isAlone ? next : block;
  if (source?.type !== 'line') return null;
  const stripped = strip(
    label.isAlone ? roughText(source) : text.slice(label.restStart),
    decorationOf,
  );
  const { text: title, removed } = unwrap(stripped.text);
  if (!isPlausible(title)) return null;
  return {
    title,
    lead: head,
    rest: blocks.slice(head.length + (label.isAlone ? 2 : 1)),
    decoration: [text.slice(0, label.restStart), ...stripped.removed, ...removed],
  };
}

/** The one line that the file itself marks as its title. */
function markedTitle(head: readonly RoughLine[]): number | null {
  const marked = head.findIndex(
    (line) =>
      line.rank !== null && line.rank <= 1 && !isLead(strip(roughText(line), decorationOf).text),
  );
  if (marked < 0) return null;
  const line = head[marked];
  if (line === undefined) return null;
  const { text } = strip(roughText(line), decorationOf);
  return isPlausible(text) && readNumbering(text) === null ? marked : null;
}

function plainTitle(head: readonly RoughLine[]): number | null {
  let passed: number | null = null;
  for (const [index, line] of head.entries()) {
    const { text } = strip(roughText(line), decorationOf);
    if (text === '') continue;
    if (isLead(text)) {
      passed ??= index;
      continue;
    }
    if (line.item === null && isPlausible(text)) return index;
    break;
  }
  return passed;
}

/** The line the title starts in and those it goes on in: a subtitle, or the second half of a broken title. */
function titleLines(head: readonly RoughLine[], start: number): RoughLine[] {
  const lines = head.slice(start, start + 1);
  for (const next of head.slice(start + 1, start + 4)) {
    const before = lines.at(-1);
    if (before === undefined || !continues(before, next, lines.map(titleText).join(''))) break;
    lines.push(next);
  }
  return lines;
}

/** Halves of a broken title are one word; lines of slogans, which have spaces inside, stay apart. */
function glue(before: string, after: string): string {
  return before + (before.includes(' ') && !after.startsWith('—') ? ' ' : '') + after;
}

function continues(before: RoughLine, next: RoughLine, title: string): boolean {
  const text = titleText(next);
  if (title.length + text.length > MAX_TITLE || next.item !== null) return false;
  if (/^(?:——|—|--)\s*\S/u.test(text)) return isPlausible(text);
  if (!isPlausible(text) || isLead(text) || /[：:；;！]/u.test(text)) return false;
  if (readNumbering(text) !== null || readUnlabelledKeywords(roughText(next)) !== null)
    return false;
  if (/^[\p{Script=Han}]{1,2}某?[某甲乙丙丁]?$/u.test(text) || /^[（(【]/u.test(text)) return false;
  if (hasOpenMark(title)) return true;
  if (isWholeTitle.test(title)) return false;
  const isMarked = before.rank !== null && before.rank <= 1 && before.rank === next.rank;
  const isSetAlike = isMarked || (before.isCentred && next.isCentred);
  if (isSetAlike) return true;
  return !next.isAfterBlank && text.length <= 50 && isWholeTitle.test(text);
}

function hasOpenMark(text: string): boolean {
  const count = (mark: string) => text.split(mark).length;
  return ['《》', '“”', '（）'].some(([open, close]) => count(open ?? '') > count(close ?? ''));
}

function isPlausible(text: string): boolean {
  return (
    text !== '' && text.length <= MAX_TITLE && !/[。；;]/u.test(text) && /[\p{L}\p{N}]/u.test(text)
  );
}

function isLead(text: string): boolean {
  const plain = text.replaceAll(/\s+/gu, '');
  return leads.some((lead) => lead.test(plain));
}

const decorationOf: readonly RegExp[] = [ordinal, sort];

/** Takes ordinals, the name of the kind and marks of literal markdown off the front. */
function strip(source: string, patterns: readonly RegExp[]): { text: string; removed: string[] } {
  const removed: string[] = [];
  let text = spaced(source.trim());
  const marks = /^(?:#{1,6}\s+|\*\*)|\*\*$/gu;
  text = text.replaceAll(marks, (mark) => {
    removed.push(mark);
    return '';
  });
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0] ?? '';
    if (found === '') continue;
    removed.push(found);
    text = text.slice(found.length);
  }
  return { text: text.trim(), removed };
}

/** 《…》, 【…】 or “…” around the whole title. */
function unwrap(text: string): { text: string; removed: string[] } {
  const match =
    /^(《|【|“|\[|〔)([^《》【】“”[\]〔〕]+|[^》】”\]〕]*《[^》]+》[^》】”\]〕]*)(》|】|”|\]|〕)$/u.exec(
      text,
    );
  const [, open, inside, close] = match ?? [];
  if (open === undefined || inside === undefined || close === undefined)
    return { text, removed: [] };
  if (!['《》', '【】', '“”', '[]', '〔〕'].includes(open + close)) return { text, removed: [] };
  return { text: inside.trim(), removed: [open, close] };
}

function titleText(line: RoughLine): string {
  return spaced(inlineText(line.children).trim());
}

/** `典 型 案 例` is spaced for show; other runs of white space count as one space. */
function spaced(text: string): string {
  const isSpacedOut = /^\S(?:\s+\S){3,}$/u.test(text);
  return text.replaceAll(/\s+/gu, isSpacedOut ? '' : ' ');
}
