import { joinInlines, trimInlines } from '../../../../shared/document/inlines.ts';
import {
  inlineText,
  type Cell,
  type Inline,
  type Paragraph,
  type Table,
} from '../../../../shared/document/tree.ts';
import {
  isBlank,
  roughLine,
  type RoughBlock,
  type RoughLine,
} from '../../../../shared/templates/recognise/rough-block.ts';
import { WIDTHS, type Count } from './mend-word-xml.ts';
import { pictureBlock, pictureLink, type Picture } from './pictures.ts';

/** The Word reader's tree, as far as it is looked at. A node of any other type counts only for its children. */
export type WordNode = {
  type: string;
  children?: WordNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  alignment?: string | null;
  numbering?: { isOrdered: boolean; level: string } | null;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderline?: boolean;
  isStrikethrough?: boolean;
  verticalAlignment?: string;
  highlight?: string | null;
  href?: string;
  checked?: boolean;
  isHeader?: boolean;
  colSpan?: number;
  rowSpan?: number;
  readAsBuffer?: () => Promise<Buffer>;
};
export type WordDocument = WordNode & {
  notes: { resolve(reference: WordNode): { body: WordNode[] } | null };
};

/** What became of each picture of the tree; null if it is not kept. */
export type WordPictures = ReadonlyMap<WordNode, Picture | null>;
/** `waiting`: pictures met in the line at hand. */
type Mapping = {
  document: WordDocument;
  count: Count;
  pictures: WordPictures;
  waiting: Picture[];
  isInNote: boolean;
  isInTable: boolean;
};

const MAX_COLUMNS = 100;
const MAX_ROW_SPAN = 1000;
const MAX_WIDTH = 10_000;
/** Columns that differ less than this are equal to the eye. */
const NOTICEABLE = 1.08;

/** Word's tree as rough blocks. Notes at the foot and the end stand in the line, pictures after the paragraph they stood in. */
export function mapWord(
  document: WordDocument,
  count: Count,
  pictures: WordPictures = new Map(),
): RoughBlock[] {
  const mapping: Mapping = {
    document,
    count,
    pictures,
    waiting: [],
    isInNote: false,
    isInTable: false,
  };
  let isAfterBlank = false;
  return blocksOf(mapping, document.children ?? []).flatMap((block): RoughBlock[] => {
    if (isBlank(block)) {
      isAfterBlank = true;
      return [];
    }
    const placed = block.type === 'line' ? { ...block, isAfterBlank } : block;
    isAfterBlank = false;
    return [placed];
  });
}

function blocksOf(mapping: Mapping, nodes: readonly WordNode[]): RoughBlock[] {
  return nodes.flatMap((node): RoughBlock[] => {
    if (node.type === 'paragraph') return [lineOf(mapping, node), ...picturesOf(mapping)];
    if (node.type === 'table') return tableOf(mapping, node);
    if (node.type === 'run' || node.type === 'hyperlink' || node.type === 'text') {
      return [roughLine(joinInlines(inlinesOf(mapping, node, false))), ...picturesOf(mapping)];
    }
    return blocksOf(mapping, node.children ?? []);
  });
}

function lineOf(mapping: Mapping, paragraph: WordNode): RoughLine {
  const children = joinInlines(
    (paragraph.children ?? []).flatMap((node) => inlinesOf(mapping, node, false)),
  );
  const rank = rankOf(paragraph.styleName ?? '');
  const { numbering } = paragraph;
  const item =
    numbering === null || numbering === undefined || rank !== null
      ? null
      : { ordered: numbering.isOrdered, depth: Number(numbering.level) || 0 };
  const { alignment } = paragraph;
  const align = alignment === 'center' ? 'center' : isRight(alignment) ? 'right' : null;
  return roughLine(children, { rank, item, isCentred: align === 'center', align });
}

/** By the style's name: `heading 1` in every language of Word, 标题 1 in files made by other programs. */
function rankOf(style: string): number | null {
  if (/^(?:title|标题)$/i.test(style)) return 0;
  const level = /^(?:heading|标题)\s*([1-9])/i.exec(style)?.[1];
  return level === undefined ? null : Math.min(Number(level), 6);
}

function isRight(alignment: string | null | undefined): boolean {
  return alignment === 'right' || alignment === 'end';
}

function picturesOf(mapping: Mapping): RoughBlock[] {
  return mapping.waiting.splice(0).map(pictureBlock);
}

/** A note's paragraphs become its lines. A note to a note stands in brackets. */
function noteOf(mapping: Mapping, reference: WordNode): Inline[] {
  const body = mapping.document.notes.resolve(reference)?.body ?? [];
  const lines = blocksOf({ ...mapping, isInNote: true }, body).flatMap((block) =>
    paragraphsOf(mapping, block).map(({ children }) => trimInlines(children)),
  );
  const children = joinInlines(
    lines
      .filter((line) => line.length > 0)
      .flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'line-break' }, ...line]))
      .map(wordsOnly),
  ).filter((inline) => inline.type === 'text' || inline.type === 'line-break');
  if (children.length === 0) return [];
  if (!mapping.isInNote) return [{ type: 'footnote', children: children.slice(0, 10_000) }];
  return [{ type: 'text', text: `（${inlineText(children)}）` }];
}

/** A note has only words. */
function wordsOnly(inline: Inline): Inline {
  return inline.type === 'attachment-link' ? { type: 'text', text: inline.text } : inline;
}

function inlinesOf(mapping: Mapping, node: WordNode, isBold: boolean): Inline[] {
  const within = (bold: boolean) =>
    (node.children ?? []).flatMap((child) => inlinesOf(mapping, child, bold));
  switch (node.type) {
    case 'text':
      return textOf((node.value ?? '').replaceAll('\u00ad', ''), isBold);
    case 'tab':
      return textOf('\t', isBold);
    case 'checkbox':
      return textOf(node.checked === true ? '☑' : '☐', isBold);
    case 'break':
      return [{ type: 'line-break' }];
    case 'image':
      return pictureOf(mapping, node);
    case 'noteReference':
      return noteOf(mapping, node);
    case 'hyperlink':
      mapping.count('link', node.href === undefined ? 0 : 1);
      return within(isBold);
    case 'run':
      return runOf(
        mapping,
        node,
        within(isBold || node.isBold === true || node.styleName === 'Strong'),
      );
    default:
      return within(isBold);
  }
}

/** Stands in the line only where no picture can stand between lines. What was not kept was counted when it was read. */
function pictureOf(mapping: Mapping, node: WordNode): Inline[] {
  const picture = mapping.pictures.get(node) ?? null;
  if (picture === null) return [];
  if (mapping.isInTable || mapping.isInNote) return [pictureLink(picture.file)];
  mapping.waiting.push(picture);
  return [];
}

function runOf(mapping: Mapping, run: WordNode, children: Inline[]): Inline[] {
  const isDecorated =
    run.isItalic === true ||
    run.isUnderline === true ||
    run.isStrikethrough === true ||
    (run.verticalAlignment ?? 'baseline') !== 'baseline' ||
    (run.highlight ?? null) !== null;
  if (isDecorated && inlineText(children).trim() !== '') mapping.count('formatting', 1);
  return children;
}

function textOf(text: string, isBold: boolean): Inline[] {
  if (text === '') return [];
  return [{ type: 'text', text, ...(isBold ? { bold: true as const } : {}) }];
}

/** A table of one cell is a frame around text, and is read as the text. */
function tableOf(mapping: Mapping, table: WordNode): RoughBlock[] {
  const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
  const cells = rows.flatMap((row) => row.children ?? []);
  if (cells.length <= 1) return cells.flatMap((cell) => blocksOf(mapping, cell.children ?? []));
  const read: Table['rows'] = rows.map((row) => {
    const inside = { ...mapping, isInTable: true };
    const all = (row.children ?? []).map((cell) => cellOf(inside, cell, row.isHeader === true));
    const spare = all.slice(MAX_COLUMNS).flatMap(({ children }) => children);
    const kept = all.slice(0, MAX_COLUMNS);
    kept.at(-1)?.children.push(...spare);
    return kept;
  });
  const columnWidths = widthsOf(table, read);
  return [{ type: 'table', ...(columnWidths === null ? {} : { columnWidths }), rows: read }];
}

/** Null where they are about equal, or not those of this table. In twentieths of a point, of which a page has some ten thousand. */
function widthsOf(table: WordNode, [first = []]: Table['rows']): number[] | null {
  const id = table.styleId ?? '';
  if (!id.startsWith(`${WIDTHS}-`)) return null;
  const widths = id
    .slice(WIDTHS.length + 1)
    .split('-')
    .map(Number);
  const columns = first.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
  const isUsable = widths.length === columns && widths.every((width) => width > 0);
  if (!isUsable || Math.max(...widths) < Math.min(...widths) * NOTICEABLE) return null;
  const most = Math.max(...widths, MAX_WIDTH);
  return widths.map((width) => Math.max(1, Math.round((width * MAX_WIDTH) / most)));
}

function cellOf(mapping: Mapping, cell: WordNode, isHeader: boolean): Cell {
  const [columns, rows] = [cell.colSpan ?? 1, cell.rowSpan ?? 1];
  return {
    ...(isHeader ? { header: true as const } : {}),
    ...(columns > 1 ? { columnSpan: Math.min(columns, MAX_COLUMNS) } : {}),
    ...(rows > 1 ? { rowSpan: Math.min(rows, MAX_ROW_SPAN) } : {}),
    children: blocksOf(mapping, cell.children ?? []).flatMap((block) =>
      paragraphsOf(mapping, block),
    ),
  };
}

/** Cells hold paragraphs only: a table within a table becomes a line for each of its rows. */
function paragraphsOf(mapping: Mapping, block: RoughBlock): Paragraph[] {
  if (block.type === 'line') {
    const { align, children } = block;
    return [{ type: 'paragraph', ...(align === null ? {} : { align }), children }];
  }
  if (block.type === 'image') return [];
  mapping.count('formatting', 1);
  return block.rows.map((row) => ({
    type: 'paragraph',
    children: textOf(
      row
        .map((cell) => cell.children.map(({ children }) => inlineText(children)).join(' '))
        .join('　'),
      false,
    ),
  }));
}
