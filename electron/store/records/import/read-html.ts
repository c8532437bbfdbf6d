import { Parser } from 'htmlparser2';
import { joinInlines, trimInlines } from '../../../../shared/document/inlines.ts';
import { inlineText, type Inline } from '../../../../shared/document/tree.ts';
import {
  roughLine,
  type RoughBlock,
  type RoughLine,
} from '../../../../shared/templates/recognise/rough-block.ts';
import { decodeText } from './decode-text.ts';
import { closeCell, closeTable, openCell, openTable, type OpenTable } from './html-tables.ts';
import { pictureAt } from './picture-at.ts';
import {
  openPictures,
  pictureBlock,
  pictureLink,
  type Picture,
  type Pictures,
} from './pictures.ts';
import { Skipped, type NotKept, type SourceText } from './source-text.ts';

const MAX_DEPTH = 500;
const MAX_ELEMENTS = 1_000_000;

/** Nothing of what stands in these is text of the page. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'head',
  'title',
  'select',
  'textarea',
  'button',
]);
const active = new Set([
  'script',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'input',
  'button',
  'select',
  'textarea',
  'audio',
  'video',
]);
const images = new Set(['svg', 'canvas', 'math']);
const decorated = new Set([
  'i',
  'em',
  'u',
  's',
  'strike',
  'del',
  'ins',
  'sup',
  'sub',
  'mark',
  'font',
  'rt',
  'code',
]);
const ends = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'blockquote',
  'pre',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'nav',
  'aside',
  'figure',
  'figcaption',
  'hr',
  'body',
  'html',
  'form',
  'fieldset',
  'address',
  'center',
  'details',
  'summary',
]);

type Attributes = Readonly<Record<string, string>>;
type Element = {
  name: string;
  isDropped: boolean;
  isBold: boolean;
  isCentred: boolean;
  mark: 'none' | 'number';
};
type Reading = {
  /** Where lines go: the page, or the cell of the innermost table. */
  sinks: RoughBlock[][];
  tables: OpenTable[];
  elements: Element[];
  lists: boolean[];
  line: Inline[];
  hints: Pick<RoughLine, 'rank' | 'item'>;
  isCentred: boolean;
  /** The bullet or number that Word wrote out before a paragraph. */
  bullet: string;
  count: number;
  notKept: Map<NotKept, number>;
  pictures: Pictures;
  /** Pictures met in the line at hand. */
  waiting: Picture[];
  remote: string[];
};

/**
 * An `.html` file. It is read as a stream of tags and never becomes a page: headings, paragraphs, lists, tables with
 * their spans, bold and line breaks are mapped, of everything else only the text is taken, and scripts, styles, frames,
 * pictures and forms are dropped and counted. Skips with `file-not-text`; with `file-damaged` what is nested more than
 * 500 deep; with `file-too-large` what has over a million elements.
 */
export function readHtml(bytes: Uint8Array): SourceText {
  const { text, encoding } = decodeText(bytes);
  const page: RoughBlock[] = [];
  const reading: Reading = {
    sinks: [page],
    tables: [],
    elements: [],
    lists: [],
    line: [],
    hints: { rank: null, item: null },
    isCentred: false,
    bullet: '',
    count: 0,
    notKept: new Map(),
    pictures: openPictures(),
    waiting: [],
    remote: [],
  };
  const parser = new Parser({
    onopentag: (name, attributes) => open(reading, name, attributes),
    onclosetag: (name) => close(reading, name),
    ontext: (data) => addText(reading, data),
  });
  parser.write(text);
  parser.end();
  flush(reading);
  while (reading.tables.length > 0) endTable(reading);
  const { notKept, remote } = reading;
  return { blocks: page, notKept, remote, files: reading.pictures.files, encoding };
}

function open(reading: Reading, name: string, attributes: Attributes): void {
  reading.count += 1;
  if (reading.count > MAX_ELEMENTS) throw new Skipped('file-too-large');
  if (reading.elements.length >= MAX_DEPTH) throw new Skipped('file-damaged');
  const outer = reading.elements.at(-1);
  const style = (attributes['style'] ?? '').toLowerCase();
  if (outer?.isDropped !== true) count(reading, name, attributes);
  const isDropped = outer?.isDropped === true || dropped.has(name);
  const isCentred =
    /text-align:\s*center/.test(style) ||
    attributes['align']?.toLowerCase() === 'center' ||
    name === 'center';
  const isPlain = /font-weight:\s*(?:normal|400)/.test(style);
  const isBold =
    !isPlain &&
    (outer?.isBold === true ||
      name === 'b' ||
      name === 'strong' ||
      /font-weight:\s*(?:bold|[6-9]00)/.test(style));
  const isMark = /mso-list:\s*ignore/.test(style) || outer?.mark === 'number';
  const mark = isMark ? 'number' : 'none';
  const isInCentre = isCentred || (outer?.isCentred === true && !/text-align:/.test(style));
  reading.elements.push({ name, isDropped, isBold, isCentred: isInCentre, mark });
  if (isDropped) return;
  if (ends.has(name)) flush(reading);
  reading.isCentred = isInCentre;
  begin(reading, name, attributes, style);
}

function begin(reading: Reading, name: string, attributes: Attributes, style: string): void {
  const rank = /^h([1-6])$/.exec(name)?.[1];
  const level = name === 'p' ? /mso-list:\s*\S+\s+level(\d)/.exec(style)?.[1] : undefined;
  if (rank !== undefined) reading.hints = { rank: Number(rank), item: null };
  else if (name === 'ul' || name === 'ol') reading.lists.push(name === 'ol');
  else if (name === 'li') {
    const depth = Math.max(reading.lists.length - 1, 0);
    reading.hints = { rank: null, item: { ordered: reading.lists.at(-1) === true, depth } };
  } else if (level !== undefined) {
    reading.hints = { rank: null, item: { ordered: false, depth: Number(level) - 1 } };
  } else if (name === 'br') reading.line.push({ type: 'line-break' });
  else if (name === 'img') takePicture(reading, attributes);
  else if (name === 'table') {
    reading.tables.push(openTable());
  } else if (name === 'td' || name === 'th') {
    const cell = openCell(reading.tables.at(-1), name === 'th', attributes);
    if (cell !== null) reading.sinks.push(cell);
  } else if (name === 'tr') reading.tables.at(-1)?.rows.push([]);
}

/** A picture that is written out in the page is kept; of one that lies elsewhere the words that stand for it are. */
function takePicture(reading: Reading, attributes: Attributes): void {
  const picture = pictureAt(attributes['src'] ?? '', reading);
  if (picture === null) addText(reading, attributes['alt'] ?? '');
  else if (reading.tables.length > 0) reading.line.push(pictureLink(picture.file));
  else reading.waiting.push(picture);
}

function close(reading: Reading, name: string): void {
  const element = reading.elements.pop();
  if (element === undefined || element.isDropped) return;
  if (ends.has(name)) flush(reading);
  if (/^h[1-6]$/.test(name) || name === 'li' || name === 'p') {
    const isInItem = name === 'p' && reading.elements.some((outer) => outer.name === 'li');
    if (!isInItem) reading.hints = { rank: null, item: null };
  }
  if (name === 'ul' || name === 'ol') reading.lists.pop();
  if (name === 'td' || name === 'th') endCell(reading);
  if (name === 'table') endTable(reading);
  reading.isCentred = reading.elements.at(-1)?.isCentred === true;
}

function endCell(reading: Reading): void {
  if (closeCell(reading.tables.at(-1))) reading.sinks.pop();
}

function endTable(reading: Reading): void {
  endCell(reading);
  const table = reading.tables.pop();
  if (table === undefined) return;
  const isNested = reading.tables.length > 0;
  if (isNested) add(reading, 'formatting');
  reading.sinks.at(-1)?.push(...closeTable(table, isNested));
}

/** White space counts as one blank, and as none where the source was only wrapped between two Han characters. */
function addText(reading: Reading, data: string): void {
  const element = reading.elements.at(-1);
  if (element?.isDropped === true) return;
  if (element?.mark === 'number') {
    reading.bullet += data;
    return;
  }
  const isPre = reading.elements.some(({ name }) => name === 'pre');
  if (isPre) {
    data.split('\n').forEach((text, index) => {
      if (index > 0) reading.line.push({ type: 'line-break' });
      push(reading, text, element?.isBold === true);
    });
    return;
  }
  const unwrapped = data.replaceAll(
    /(?<=[\p{Script=Han}，。；：、？！”》）】])[ \t]*\n[ \t\n]*(?=[\p{Script=Han}“《（【])/gu,
    '',
  );
  push(
    reading,
    unwrapped.replaceAll(/[ \t\n]+/gu, ' ').replaceAll('\u00a0', ' '),
    element?.isBold === true,
  );
}

function push(reading: Reading, text: string, isBold: boolean): void {
  if (text !== '')
    reading.line.push({ type: 'text', text, ...(isBold ? { bold: true as const } : {}) });
}

/** Ends the line that is open. A list number that Word wrote out tells whether the list is one of numbers. */
function flush(reading: Reading): void {
  const children = joinInlines(trimInlines(reading.line));
  reading.line = [];
  const bullet = reading.bullet.trim();
  reading.bullet = '';
  const pictures = reading.waiting.splice(0).map(pictureBlock);
  if (inlineText(children).trim() === '') {
    reading.sinks.at(-1)?.push(...pictures);
    return;
  }
  const { rank, item } = reading.hints;
  const { isCentred } = reading;
  const isNumbered = bullet !== '' && /[\p{L}\p{N}]/u.test(bullet) && !/^[ol§]$/u.test(bullet);
  const isItem = item !== null && !(isNumbered && /[一二三四五六七八九十]/u.test(bullet));
  const text: Inline[] =
    isItem || bullet === '' || !isNumbered
      ? children
      : [{ type: 'text', text: bullet }, ...children];
  const hints = {
    rank,
    item: isItem ? { ...item, ordered: item.ordered || isNumbered } : null,
    isCentred,
    align: isCentred ? ('center' as const) : null,
  };
  reading.sinks.at(-1)?.push(roughLine(joinInlines(text), hints), ...pictures);
  // A second paragraph of an item is no item of its own.
  if (item !== null) reading.hints = { rank: null, item: null };
}

function count(reading: Reading, name: string, attributes: Attributes): void {
  if (active.has(name)) add(reading, 'active');
  if (images.has(name)) add(reading, 'image');
  if (decorated.has(name)) add(reading, 'formatting');
  if (name === 'a' && attributes['href'] !== undefined) add(reading, 'link');
}

function add(reading: Reading, what: NotKept): void {
  reading.notKept.set(what, (reading.notKept.get(what) ?? 0) + 1);
}
