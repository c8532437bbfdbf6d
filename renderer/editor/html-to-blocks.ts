import {
  MAX_LIST_DEPTH,
  type Block,
  type Cell,
  type Inline,
  type Table,
} from '../../shared/document/tree.ts';
import { paragraphsIn } from './from-lexical.ts';
import { collapseSpaces, tidyInlines } from './html-space.ts';

/** More than this is no text that anybody copied; its plain text is taken instead. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
const MAX_COLUMNS = 100;
const MAX_ROWS = 10_000;

const dropped = new Set(
  `script style head title meta link base template noscript svg math iframe frame object embed applet img picture video
  audio canvas map area input button select textarea progress meter`.split(/\s+/),
);
const blockTags = new Set(
  `html body p div section article aside header footer main nav blockquote pre address dl dt dd figure figcaption center
  form fieldset details summary hr caption legend`.split(/\s+/),
);
const headingLevels: Record<string, 1 | 2 | 3> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };

/**
 * Foreign HTML as blocks: it is parsed to a document that loads and runs nothing, and only what is named here is read from it
 * (paragraphs, headings, lists, tables with spans, bold, line breaks). Null when it is too large or too deep to be text.
 */
export function htmlToBlocks(html: string): Block[] | null {
  const { body } = new DOMParser().parseFromString(withoutReports(html), 'text/html');
  return blocksOf(body);
}

/**
 * The window's policy holds in an inert document too, and each style or handler it finds there is reported, thousands for a
 * page from a word processor. Setting them aside keeps the reports for what matters; nothing relies on it for safety.
 */
function withoutReports(html: string): string {
  return html
    .replaceAll(/<style[\s>][\s\S]*?<\/style>/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) =>
      tag.replaceAll(/([\s"'])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'),
    );
}

/** The blocks so far, the open line, and what it will be. */
type Writer = {
  blocks: Block[];
  line: Inline[];
  /** A heading level or a list item; null for a paragraph. */
  target: { level: 1 | 2 | 3 } | { depth: number; ordered: boolean } | null;
};
/** What holds for everything inside an element. `lists` says of each open list whether it is numbered. */
type Around = { bold: boolean; pre: boolean; lists: readonly boolean[]; depth: number };
/** How many more nodes may be read; below 0 reading has been given up. */
type Budget = { nodes: number };

export function blocksOf(root: Element): Block[] | null {
  const budget = { nodes: MAX_NODES };
  const blocks = contentOf(root, { bold: false, pre: false, lists: [], depth: 0 }, budget);
  return budget.nodes < 0 ? null : blocks;
}

function contentOf(element: Element, around: Around, budget: Budget): Block[] {
  const writer: Writer = { blocks: [], line: [], target: null };
  readChildren(element, around, writer, budget);
  closeLine(writer, false);
  return writer.blocks;
}

function readChildren(parent: Node, around: Around, writer: Writer, budget: Budget): void {
  if (around.depth > MAX_DEPTH) budget.nodes = -1;
  for (let node = parent.firstChild; node !== null && budget.nodes >= 0; node = node.nextSibling) {
    budget.nodes -= 1;
    if (node.nodeType === 3 || node.nodeType === 4) {
      const raw = node.nodeValue ?? '';
      addText(writer, around.pre ? raw : collapseSpaces(raw), around.bold);
    } else if (node.nodeType === 1) {
      readElement(node as Element, { ...around, depth: around.depth + 1 }, writer, budget);
    }
  }
}

function readElement(element: Element, around: Around, writer: Writer, budget: Budget): void {
  const tag = element.nodeName.toLowerCase();
  const style = element.getAttribute('data-style') ?? '';
  if (dropped.has(tag) || /display:\s*none|mso-list:\s*ignore/i.test(style)) return;
  const inside = { ...around, bold: isBold(tag, style, around.bold) };
  const level = headingLevels[tag];
  const wordItem = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style);
  if (tag === 'br') writer.line.push({ type: 'line-break' });
  else if (tag === 'table') readTable(element, around, writer, budget);
  else if (tag === 'ul' || tag === 'ol') readList(element, tag === 'ol', inside, writer, budget);
  else if (tag === 'li') readItem(element, inside, writer, budget);
  else if (level !== undefined)
    readBlock(element, { ...inside, bold: false }, writer, budget, { level });
  else if (wordItem !== null && around.lists.length === 0)
    readBlock(element, inside, writer, budget, {
      depth: Math.min(Number(wordItem[1]), MAX_LIST_DEPTH) - 1,
      ordered: hasNumber(element),
    });
  else if (blockTags.has(tag)) {
    const pre = around.pre || tag === 'pre';
    readBlock(element, { ...inside, pre }, writer, budget, null);
  } else readChildren(element, inside, writer, budget);
}

function isBold(tag: string, style: string, inherited: boolean): boolean {
  const weight = /font-weight:\s*([a-z]+|\d+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight.startsWith('bold') || Number(weight) >= 600;
  return inherited || tag === 'b' || tag === 'strong';
}

/** Word writes the marker of a list item as text beside it: a digit or letter before a stop is a number, anything else a bullet. */
function hasNumber(item: Element): boolean {
  return /^[\s(（]*([0-9]+|[a-z]{1,5}|[一二三四五六七八九十]+)[.．、)）]/i.test(
    item.textContent ?? '',
  );
}

/** Inside a list item or a heading a paragraph is a further line of it. */
function readBlock(
  element: Element,
  around: Around,
  writer: Writer,
  budget: Budget,
  target: Writer['target'],
): void {
  const isWithinLine = target === null && (around.lists.length > 0 || writer.target !== null);
  if (isWithinLine) {
    if (writer.line.length > 0) writer.line.push({ type: 'line-break' });
    readChildren(element, around, writer, budget);
    return;
  }
  closeLine(writer, false);
  const before = writer.blocks.length;
  writer.target = target;
  readChildren(element, around, writer, budget);
  const isLeaf = writer.blocks.length === before;
  closeLine(writer, isLeaf && isEmptyLine(element));
  writer.target = null;
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
  budget: Budget,
): void {
  closeLine(writer, false);
  readChildren(element, { ...around, lists: [...around.lists, ordered] }, writer, budget);
  closeLine(writer, false);
}

function readItem(element: Element, around: Around, writer: Writer, budget: Budget): void {
  closeLine(writer, false);
  const lists = around.lists.length === 0 ? [false] : around.lists;
  const depth = Math.min(lists.length, MAX_LIST_DEPTH) - 1;
  writer.target = { depth, ordered: lists.at(-1) ?? false };
  readChildren(element, { ...around, lists }, writer, budget);
  closeLine(writer, false);
}

/** A table of one cell is somebody's frame around a text. */
function readTable(element: Element, around: Around, writer: Writer, budget: Budget): void {
  closeLine(writer, false);
  const rows: Element[] = [];
  collect(element, 'tr', rows);
  const inside = { ...around, lists: [] };
  const cells = rows
    .slice(0, MAX_ROWS)
    .map((row) => children(row, ['td', 'th']).slice(0, MAX_COLUMNS))
    .filter((row) => row.length > 0);
  const [only] = cells.flat();
  if (only === undefined) return;
  if (cells.flat().length === 1) writer.blocks.push(...contentOf(only, inside, budget));
  else {
    const table: Table = {
      type: 'table',
      rows: cells.map((row) => row.map((cell) => readCell(cell, inside, budget))),
    };
    writer.blocks.push(table);
  }
  writer.target = null;
}

function readCell(element: Element, around: Around, budget: Budget): Cell {
  const columnSpan = spanOf(element, 'colspan', MAX_COLUMNS);
  const rowSpan = spanOf(element, 'rowspan', 1000);
  return {
    ...(element.nodeName.toLowerCase() === 'th' ? { header: true } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: contentOf(element, around, budget).flatMap(paragraphsIn),
  };
}

function spanOf(element: Element, name: string, most: number): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most);
}

/** The rows of this table, not of one inside it. */
function collect(element: Element, tag: string, into: Element[]): void {
  for (const child of children(element)) {
    const name = child.nodeName.toLowerCase();
    if (name === tag) into.push(child);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') collect(child, tag, into);
  }
}

function children(element: Element, tags?: readonly string[]): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const isWanted =
      node.nodeType === 1 && (tags === undefined || tags.includes(node.nodeName.toLowerCase()));
    if (isWanted) found.push(node as Element);
  }
  return found;
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
  if (children.length === 0 && !keepEmpty) return;
  const { target } = writer;
  if (target === null) writer.blocks.push({ type: 'paragraph', children });
  else if ('level' in target)
    writer.blocks.push({ type: 'heading', level: target.level, children });
  else {
    const { depth, ordered } = target;
    const last = writer.blocks.at(-1);
    if (last?.type === 'list' && last.ordered === ordered) last.items.push({ depth, children });
    else writer.blocks.push({ type: 'list', ordered, items: [{ depth, children }] });
    // What follows in the same item after a nested list or a table is a paragraph of its own.
    writer.target = null;
  }
}
