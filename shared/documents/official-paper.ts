import { chineseNumeral, headingNumber } from '../document/heading-numbers.ts';
import type { ExportedRecord } from '../document/exported-record.ts';
import type { ExportedBlock, ExportedInline, ExportedSection } from '../document/exported-tree.ts';
import { paperTable, type PaperTable } from './paper-table.ts';

/**
 * Records as official paper (GB/T 9704-2012), before it is decided whether that becomes a Word file or a printed page: what stands
 * in which line, and in which of the standard's styles. It says nothing that is not in the records as they leave but numbers of
 * sections and items, the marking, and whoever signs.
 */
export type Run =
  | { type: 'text'; text: string; isBold: boolean }
  | { type: 'break' }
  /** The footnote of that number, counted from 1 through the whole paper. */
  | { type: 'note'; number: number };
export type Runs = readonly Run[];

/** Names of the standard's elements: 标识, 标题, 一、 （一） 1. and body, then what stands between. */
export type PaperStyle =
  | 'marking'
  | 'title'
  | 'keywords'
  | 'part'
  | 'heading'
  | 'subheading'
  | 'body'
  | 'quote'
  | 'centre'
  | 'right'
  | 'caption'
  | 'blank';
export type PaperLine = {
  type: 'line';
  style: PaperStyle;
  runs: Runs;
  startsPage: boolean;
  /** Full-width characters kept free at the right edge, and at the left, of a line that is set so. */
  rightInCharacters: number;
  leftInCharacters: number;
};
/** `content`: SHA-256 of the picture. */
export type PaperPicture = { type: 'picture'; content: string; widthInPercent: number | null };
export type PaperBlock = PaperLine | PaperPicture | PaperTable;
export type Paper = { blocks: PaperBlock[]; notes: Runs[] };

export type PaperWishes = {
  /** Printed at the upper left of each record's first page, as the standard has it for grades; empty: nothing. */
  marking: string;
  /** Who signs, and the day as it is printed (2026年11月23日); null: nobody. */
  signature: { name: string; date: string } | null;
  /** Whether the picture of that SHA-256 can be shown; of the others the caption stays. */
  hasPicture: (content: string) => boolean;
};

export function officialPaper(records: readonly ExportedRecord[], wishes: PaperWishes): Paper {
  const notes: Runs[] = [];
  const blocks = records.flatMap((record, at) => recordBlocks(record, at > 0, wishes, notes));
  if (wishes.signature !== null) blocks.push(...signatureLines(wishes.signature));
  return { blocks, notes };
}

function recordBlocks(
  record: ExportedRecord,
  isLater: boolean,
  wishes: PaperWishes,
  notes: Runs[],
): PaperBlock[] {
  const head: PaperLine[] = [];
  if (wishes.marking !== '') head.push(line('marking', [words(wishes.marking)]), line('blank', []));
  head.push(line('title', [words(record.title)]), line('blank', []));
  const [first, ...rest] = head;
  const start = first === undefined ? [] : [{ ...first, startsPage: isLater }, ...rest];
  const keywords =
    record.keywords.length === 0
      ? []
      : [line('keywords', [words(`关键词：${record.keywords.join('　')}`)])];
  const sections = record.document.sections.filter(hasContent);
  const numbered = areToBeNumbered(sections);
  const body = sections.flatMap((section, at) => [
    ...(section.heading === ''
      ? []
      : [
          line('part', [
            words(numbered ? `${chineseNumeral(at + 1)}、${section.heading}` : section.heading),
          ]),
        ]),
    ...section.blocks.flatMap((block) => paperBlocks(block, wishes, notes)),
  ]);
  return [...start, ...keywords, ...body];
}

/** An empty section is a form's, not a paper's. */
function hasContent({ blocks }: ExportedSection): boolean {
  return blocks.some((block) => {
    if (block.type === 'table' || block.type === 'image') return true;
    if (block.type === 'list') return true;
    return block.children.some((inline) => inline.type !== 'text' || /\S/u.test(inline.text));
  });
}

/** Sections are 一、二、 unless they are numbered already, or there is but one. */
function areToBeNumbered(sections: readonly ExportedSection[]): boolean {
  const isNumbered = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+|【|\d+[.．、]|（)/u;
  return (
    sections.length > 1 &&
    sections.every(({ heading }) => heading !== '' && !isNumbered.test(heading))
  );
}

function paperBlocks(block: ExportedBlock, wishes: PaperWishes, notes: Runs[]): PaperBlock[] {
  switch (block.type) {
    case 'paragraph': {
      if (block.children.length === 0) return [];
      const style = block.align === 'center' ? 'centre' : (block.align ?? 'body');
      return [line(style, runsOf(block.children, notes))];
    }
    case 'heading':
      return [line(block.level === 1 ? 'heading' : 'subheading', runsOf(block.children, notes))];
    case 'quote':
      return [line('quote', runsOf(block.children, notes))];
    case 'list':
      return listLines(block, notes);
    case 'table':
      return [paperTable(block, (children) => runsOf(children, notes))];
    case 'image':
      return pictureBlocks(block, wishes, notes);
  }
}

type Picture = Extract<ExportedBlock, { type: 'image' }>;
function pictureBlocks(
  { content, widthInPercent, caption }: Picture,
  { hasPicture }: PaperWishes,
  notes: Runs[],
): PaperBlock[] {
  const shown = content !== undefined && hasPicture(content);
  const under = line('caption', [
    ...(shown ? [] : [words('〔图片未随附〕')]),
    ...runsOf(caption, notes),
  ]);
  const lines = under.runs.length === 0 ? [] : [under];
  if (!shown) return lines;
  return [{ type: 'picture', content, widthInPercent: widthInPercent ?? null }, ...lines];
}

type List = Extract<ExportedBlock, { type: 'list' }>;
/** Items are paragraphs of the text, numbered by the standard's ranks: 1. （1） ①. */
function listLines({ ordered, items }: List, notes: Runs[]): PaperLine[] {
  const counts: number[] = [];
  return items.map(({ depth, children }) => {
    counts.length = Math.min(counts.length, depth + 1);
    for (let at = counts.length; at <= depth; at += 1) counts.push(0);
    counts[depth] = (counts[depth] ?? 0) + 1;
    const mark = ordered ? itemNumber(depth, counts[depth]) : '· ';
    const item = line('body', [words(mark), ...runsOf(children, notes)]);
    return { ...item, leftInCharacters: depth };
  });
}

function itemNumber(depth: number, count: number): string {
  if (depth < 2) return headingNumber(depth === 0 ? 2 : 3, count);
  return count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : `${String(count)}）`;
}

function runsOf(children: readonly ExportedInline[], notes: Runs[]): Run[] {
  return children.map((inline): Run => {
    if (inline.type === 'line-break') return { type: 'break' };
    if (inline.type === 'footnote') {
      const number = notes.push([]);
      notes[number - 1] = runsOf(inline.children, notes);
      return { type: 'note', number };
    }
    return words(inline.text, inline.bold === true);
  });
}

function words(text: string, isBold = false): Run {
  return { type: 'text', text, isBold };
}

function line(style: PaperStyle, runs: Runs): PaperLine {
  return {
    type: 'line',
    style,
    runs,
    startsPage: false,
    rightInCharacters: 0,
    leftInCharacters: 0,
  };
}

/**
 * Without a seal (7.3.5.2): a blank line, the office two characters from the right, the date in the line below beginning two
 * characters further right; where the date is the longer one, it stands two from the right and the office gives way.
 */
function signatureLines({ name, date }: { name: string; date: string }): PaperLine[] {
  const ofName = widthInCharacters(name);
  const ofDate = widthInCharacters(date);
  const dateFromRight = Math.max(2, ofName - ofDate);
  const nameFromRight = dateFromRight + ofDate + 2 - ofName;
  return [
    line('blank', []),
    { ...line('right', [words(name)]), rightInCharacters: Math.max(2, nameFromRight) },
    { ...line('right', [words(date)]), rightInCharacters: dateFromRight },
  ];
}

/** Full-width characters, half-width ones counted as halves. */
function widthInCharacters(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\x20-\x7e]/u.test(one) ? 0.5 : 1), 0);
}

/** 2026年11月23日: Arabic numerals, months and days without a nought before them (7.3.5.4). `date`: 2026-11-23. */
export function paperDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

/** What is printed of a marking: what is public is not marked. */
export const printedMarkings = {
  none: '',
  public: '',
  internal: '内部',
  'work-secret': '工作秘密',
} as const;
