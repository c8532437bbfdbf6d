import { joinInlines, trimInlines } from '../../../shared/document/inlines.ts';
import {
  MAX_LIST_DEPTH,
  type Block,
  type Image,
  type Inline,
  type Paragraph,
} from '../../../shared/document/tree.ts';
import type { NotKeptPasted } from '../../../shared/document/not-kept-pasted.ts';
import { paragraphsIn } from '../from-lexical.ts';
import { collapseSpaces, tidyInlines } from './html-space.ts';
import { childrenOf, MAX_COLUMNS, MAX_ROWS, rowsOf, tableOf, type ReadCell } from './html-table.ts';
import {
  activeTags,
  blockTags,
  decoratedTags,
  drawnTags,
  droppedTags,
  headingLevels,
} from './html-tags.ts';
import { isCommentMark, markName, noteName, notesIn, remarksIn, type Notes } from './notes.ts';
import { parseHtml, styleOf, valueOf, type Page } from './parse-html.ts';
import type { Pasted, Tracked } from './pasted.ts';

/** More than this is no text that anybody copied. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
const MAX_CHARACTERS = 100 * 1024 * 1024;
const MAX_NAMES = 20;
const MAX_NOTE = 10_000;

/**
 * Foreign HTML as blocks: it is parsed to a document that loads and runs nothing, and only what is named here is read from it:
 * paragraphs with their alignment, headings, quotations, lists (also those that Word and WPS write as paragraphs), tables with spans and
 * widths, bold, line breaks, footnotes, pictures that came along. The rest is counted. Null when it is too large or
 * nested too deep to be text.
 */
export function htmlToBlocks(html: string, tracked: Tracked = 'revised'): Pasted | null {
  if (html.length > MAX_CHARACTERS) return null;
  const page = parseHtml(html);
  const reading: Reading = {
    page,
    notes: notesIn(page.body),
    tracked,
    budget: MAX_NODES,
    pasted: { blocks: [], pictures: [], notKept: new Map(), names: [], remarks: [] },
  };
  const around = { bold: false, pre: false, quote: false, inCell: false, lists: [], depth: 0 };
  reading.pasted.blocks = contentOf(page.body, { ...around, align: null }, reading);
  if (reading.budget < 0) return null;
  reading.pasted.remarks = remarksIn(page.body);
  return reading.pasted;
}

type Reading = {
  page: Page;
  notes: Notes;
  tracked: Tracked;
  /** How many more nodes may be read; below 0 reading has been given up. */
  budget: number;
  pasted: Pasted;
};
/** The blocks so far, the open line, the pictures met in it, and what it will be. */
type Writer = {
  blocks: Block[];
  line: Inline[];
  pictures: Image[];
  target: Target;
  align: Align;
};
type Align = Paragraph['align'] | null;
/** A heading level or a list item; null for a paragraph. */
type Target =
  | { level: 1 | 2 | 3; numbered: boolean }
  | { depth: number; ordered: boolean }
  | { quote: true }
  | null;
/** What holds for everything inside an element. `lists` says of each open list whether it is numbered. */
type Around = {
  bold: boolean;
  pre: boolean;
  quote: boolean;
  inCell: boolean;
  align: Align;
  lists: readonly boolean[];
  depth: number;
};

function contentOf(element: Element, around: Around, reading: Reading): Block[] {
  const writer: Writer = { blocks: [], line: [], pictures: [], target: null, align: around.align };
  readChildren(element, around, writer, reading);
  closeLine(writer, false);
  return writer.blocks;
}

function readChildren(parent: Node, around: Around, writer: Writer, reading: Reading): void {
  if (around.depth > MAX_DEPTH) reading.budget = -1;
  for (
    let node = parent.firstChild;
    node !== null && reading.budget >= 0;
    node = node.nextSibling
  ) {
    reading.budget -= 1;
    if (node.nodeType === 3 || node.nodeType === 4) {
      const raw = node.nodeValue ?? '';
      addText(writer, around.pre ? raw : collapseSpaces(raw), around.bold);
    } else if (node.nodeType === 1) {
      readElement(node as Element, { ...around, depth: around.depth + 1 }, writer, reading);
    }
  }
}

function readElement(element: Element, around: Around, writer: Writer, reading: Reading): void {
  const tag = element.nodeName.toLowerCase();
  const style = styleOf(element, reading.page);
  if (isLeftOut(element, tag, style, reading)) return;
  const inside: Around = {
    ...around,
    bold: isBold(tag, style, around.bold),
    align: alignOf(element, style, around.align),
  };
  const level = levelOf(tag, style);
  const item = around.lists.length === 0 ? wordItem(element, style) : null;
  if (tag === 'br') writer.line.push({ type: 'line-break' });
  else if (tag === 'img') readPicture(element, around, writer, reading);
  else if (tag === 'a') readAnchor(element, inside, writer, reading);
  else if (tag === 'table') readTable(element, inside, writer, reading);
  else if (tag === 'ul' || tag === 'ol') readList(element, tag === 'ol', inside, writer, reading);
  else if (tag === 'li') readItem(element, inside, writer, reading);
  else if (level !== undefined) {
    const numbered = markerOf(element) !== null;
    readBlock(element, { ...inside, bold: false }, writer, reading, { level, numbered });
  } else if (item !== null) readWordItem(element, item, inside, writer, reading);
  else if (blockTags.has(tag)) {
    const pre = around.pre || tag === 'pre';
    const quote = around.quote || tag === 'blockquote';
    const target = quote && !around.inCell ? { quote: true as const } : null;
    readBlock(element, { ...inside, pre, quote }, writer, reading, target);
  } else {
    const isDecorated = decoratedTags.has(tag) && element.textContent?.trim() !== '';
    if (isDecorated) count(reading, 'formatting');
    readChildren(element, inside, writer, reading);
  }
}

/** What is no text, or stands elsewhere, or was struck out. Scripts and drawings among it are counted. */
function isLeftOut(element: Element, tag: string, style: string, reading: Reading): boolean {
  if (activeTags.has(tag)) count(reading, 'active');
  else if (drawnTags.has(tag)) count(reading, 'drawing');
  if (droppedTags.has(tag) || tag.startsWith('v:')) return true;
  if (/display:\s*none|mso-list:\s*ignore/i.test(style)) return true;
  if (reading.notes.aside.has(element) || isCommentMark(element)) return true;
  return tag === (reading.tracked === 'revised' ? 'del' : 'ins');
}

function isBold(tag: string, style: string, inherited: boolean): boolean {
  const weight = valueOf(style, 'font-weight');
  if (weight !== undefined) return weight.startsWith('bold') || Number(weight) >= 600;
  return inherited || tag === 'b' || tag === 'strong';
}

function alignOf(element: Element, style: string, inherited: Align): Align {
  const asked = valueOf(style, 'text-align') ?? element.getAttribute('align')?.toLowerCase();
  if (element.nodeName.toLowerCase() === 'center' || asked === 'center') return 'center';
  if (asked === 'right' || asked === 'end') return 'right';
  return asked === undefined || asked === 'inherit' ? inherited : null;
}

function levelOf(tag: string, style: string): 1 | 2 | 3 | undefined {
  const level = headingLevels[tag];
  if (level !== undefined || tag !== 'p') return level;
  const outline = /^[1-9]$/.exec(valueOf(style, 'mso-outline-level') ?? '')?.[0];
  return outline === undefined ? undefined : headingLevels[`h${Math.min(Number(outline), 6)}`];
}

/** The depth, from 0, of a paragraph that Word means as an item of a list. */
function wordItem(element: Element, style: string): number | null {
  const level = /^l\d+\s+level(\d+)/.exec(valueOf(style, 'mso-list') ?? '')?.[1];
  if (level === undefined || !/^(?:p|div)$/i.test(element.nodeName)) return null;
  return Math.min(Math.max(Number(level), 1), MAX_LIST_DEPTH) - 1;
}

/** The bullet or number that Word and WPS write out before an item or a heading; null without one. */
function markerOf(element: Element): string | null {
  const marker = element.querySelector(
    '[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]',
  );
  return marker === null ? null : (marker.textContent ?? '').replaceAll(/[\s\u00a0]/g, '');
}

/** A list counts 1. 2. 3.; a number that is written otherwise (一、 （一） 第一条) stays as it is, as text. */
function readWordItem(
  element: Element,
  depth: number,
  around: Around,
  writer: Writer,
  reading: Reading,
): void {
  const marker = markerOf(element) ?? '';
  if (/[一二三四五六七八九十百①-⑳]/.test(marker)) {
    closeLine(writer, false);
    addText(writer, marker, around.bold);
    readBlock(element, around, writer, reading, null, true);
    return;
  }
  const ordered = /^[(（]?(?:[0-9]+[.．、)）]?|[a-z]{1,5}[.．、)）])$/i.test(marker);
  readBlock(element, around, writer, reading, { depth, ordered });
}

/** Inside a list item or a heading a paragraph is a further line of it. `goesOn`: what was just written belongs to it. */
function readBlock(
  element: Element,
  around: Around,
  writer: Writer,
  reading: Reading,
  target: Target,
  goesOn = false,
): void {
  const isPlain = target === null || 'quote' in target;
  const isWithinLine =
    isPlain && (around.lists.length > 0 || (writer.target !== null && !('quote' in writer.target)));
  if (isWithinLine) {
    if (writer.line.length > 0) writer.line.push({ type: 'line-break' });
    readChildren(element, around, writer, reading);
    return;
  }
  if (!goesOn) closeLine(writer, false);
  const before = writer.blocks.length;
  const outer = { target: writer.target, align: writer.align };
  writer.target = target;
  writer.align = around.align;
  readChildren(element, around, writer, reading);
  const isLeaf = writer.blocks.length === before;
  closeLine(writer, isLeaf && isEmptyLine(element));
  writer.target = outer.target !== null && 'quote' in outer.target ? outer.target : null;
  writer.align = outer.align;
}

/** `<p></p>` and `<div><br></div>` are lines that somebody left empty; a wrapper around blocks is not. */
function isEmptyLine(element: Element): boolean {
  const tag = element.nodeName.toLowerCase();
  return (
    tag === 'p' ||
    (element.firstChild !== null && element.firstChild.nodeName.toLowerCase() === 'br')
  );
}

function readList(
  element: Element,
  ordered: boolean,
  around: Around,
  writer: Writer,
  reading: Reading,
): void {
  closeLine(writer, false);
  readChildren(element, { ...around, lists: [...around.lists, ordered] }, writer, reading);
  closeLine(writer, false);
}

function readItem(element: Element, around: Around, writer: Writer, reading: Reading): void {
  closeLine(writer, false);
  const lists = around.lists.length === 0 ? [false] : around.lists;
  const depth = Math.min(lists.length, MAX_LIST_DEPTH) - 1;
  writer.target = { depth, ordered: lists.at(-1) ?? false };
  readChildren(element, { ...around, lists }, writer, reading);
  closeLine(writer, false);
}

/** A mark of a footnote, of a comment, or a link, of which the words are kept. */
function readAnchor(element: Element, around: Around, writer: Writer, reading: Reading): void {
  const name = noteName(element);
  if (name !== null) {
    const note = reading.notes.bodies.get(name);
    const children = note === undefined ? [] : noteOf(note, around, reading);
    if (children.length > 0) writer.line.push({ type: 'footnote', children });
    else count(reading, 'footnote');
    return;
  }
  if (markName(element) !== null) return;
  const address = element.getAttribute('href') ?? '';
  if (address !== '' && !address.startsWith('#')) count(reading, 'link');
  readChildren(element, around, writer, reading);
}

type NoteInline = Extract<Inline, { type: 'text' } | { type: 'line-break' }>;

/** The words of a note, its paragraphs as lines. */
function noteOf(note: Element, around: Around, reading: Reading): NoteInline[] {
  const plain = { ...around, bold: false, align: null, lists: [], inCell: true, quote: false };
  const lines = contentOf(note, plain, reading)
    .flatMap(paragraphsIn)
    .map(({ children }) => trimInlines(children))
    .filter((line) => line.length > 0);
  return joinInlines(
    lines.flatMap((line, at): Inline[] => (at === 0 ? line : [{ type: 'line-break' }, ...line])),
  )
    .filter(
      (inline): inline is NoteInline => inline.type === 'text' || inline.type === 'line-break',
    )
    .slice(0, MAX_NOTE);
}

/** Pictures stand after the line they are in; in a cell a link stands for one. Nothing is ever fetched. */
function readPicture(element: Element, around: Around, writer: Writer, reading: Reading): void {
  const { pasted } = reading;
  const address = (element.getAttribute('src') ?? '').trim();
  if (!/^data:image\/(?!svg)[a-z0-9.+-]{1,40};base64,/i.test(address)) {
    const isRemote = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address) && !/^file:/i.test(address);
    count(reading, isRemote ? 'remote-picture' : 'picture');
    const name = isRemote ? address.slice(0, 200) : nameOf(address);
    if (name !== '' && pasted.names.length < MAX_NAMES) pasted.names.push(name);
    return;
  }
  const id = crypto.randomUUID();
  pasted.pictures.push({ id, address });
  if (around.inCell) {
    count(reading, 'cell-picture');
    writer.line.push({ type: 'attachment-link', attachmentId: id, text: '图' });
  } else writer.pictures.push({ type: 'image', attachmentId: id, caption: [] });
}

/** The last part of a path. */
function nameOf(address: string): string {
  if (!/^file:/i.test(address)) return '';
  return (address.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '').slice(0, 100);
}

/** A table of one cell is somebody's frame around a text. */
function readTable(element: Element, around: Around, writer: Writer, reading: Reading): void {
  closeLine(writer, false);
  const rows = rowsOf(element)
    .map(({ row, isHead }) => ({ isHead, cells: childrenOf(row, ['td', 'th']) }))
    .filter(({ cells }) => cells.length > 0);
  const cells = rows.flatMap((row) => row.cells);
  if (rows.length > MAX_ROWS || rows.some((row) => row.cells.length > MAX_COLUMNS))
    reading.budget = -1;
  const inside = { ...around, lists: [], quote: false };
  const [only] = cells;
  if (cells.length === 1 && only !== undefined)
    writer.blocks.push(...contentOf(only, inside, reading));
  else if (cells.length > 0) {
    if (around.inCell) count(reading, 'nested-table');
    const read = rows.map((row) =>
      row.cells.map((cell) => readCell(cell, row.isHead, { ...inside, inCell: true }, reading)),
    );
    if (reading.budget >= 0) writer.blocks.push(tableOf(element, read));
  }
  writer.target = null;
}

function readCell(element: Element, isHead: boolean, around: Around, reading: Reading): ReadCell {
  const style = styleOf(element, reading.page);
  const isHeader = isHead || element.nodeName.toLowerCase() === 'th';
  const inside: Around = {
    ...around,
    bold: !isHeader && isBold('td', style, around.bold),
    align: alignOf(element, style, null),
    depth: around.depth + 3,
  };
  const children = contentOf(element, inside, reading).flatMap(paragraphsIn);
  return { element, style, isHeader, children };
}

function addText(writer: Writer, text: string, bold: boolean): void {
  if (text === '') return;
  text.split('\n').forEach((line, index) => {
    if (index > 0) writer.line.push({ type: 'line-break' });
    if (line !== '')
      writer.line.push(bold ? { type: 'text', text: line, bold } : { type: 'text', text: line });
  });
}

function closeLine(writer: Writer, keepEmpty: boolean): void {
  const children = tidyInlines(writer.line);
  writer.line = [];
  if (children.length > 0 || (keepEmpty && writer.pictures.length === 0)) addLine(writer, children);
  writer.blocks.push(...writer.pictures.splice(0));
}

function addLine(writer: Writer, children: Inline[]): void {
  const { target, align } = writer;
  if (target === null) {
    const place = align === null || align === undefined ? {} : { align };
    writer.blocks.push({ type: 'paragraph', ...place, children });
  } else if ('quote' in target) writer.blocks.push({ type: 'quote', children });
  else if ('level' in target) {
    const numbered = target.numbered ? { numbered: true as const } : {};
    writer.blocks.push({ type: 'heading', level: target.level, ...numbered, children });
  } else {
    const { depth, ordered } = target;
    const last = writer.blocks.at(-1);
    if (last?.type === 'list' && last.ordered === ordered) last.items.push({ depth, children });
    else writer.blocks.push({ type: 'list', ordered, items: [{ depth, children }] });
    // What follows in the same item after a nested list or a table is a paragraph of its own.
    writer.target = null;
  }
}

function count({ pasted: { notKept } }: Reading, what: NotKeptPasted): void {
  notKept.set(what, (notKept.get(what) ?? 0) + 1);
}
