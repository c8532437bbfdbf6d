import { joinInlines } from '../../../../shared/document/inlines.ts';
import {
  inlineText,
  type Cell,
  type Inline,
  type Paragraph,
  type Table,
} from '../../../../shared/document/tree.ts';
import {
  roughLine,
  roughText,
  type RoughBlock,
  type RoughLine,
} from '../../../../shared/templates/recognise/rough-block.ts';
import type { Count } from './mend-word-xml.ts';

/** The Word reader's tree, as far as it is looked at. A node of any other type counts only for its children. */
export type WordNode = {
  type: string;
  children?: WordNode[];
  value?: string;
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
};
export type WordDocument = WordNode & {
  notes: { resolve(reference: WordNode): { body: WordNode[] } | null };
  comments: unknown[];
};

type Mapping = { document: WordDocument; count: Count; notes: WordNode[] };

const MAX_COLUMNS = 100;
const MAX_ROW_SPAN = 1000;

/** Word's tree as rough blocks. Notes at the foot follow the paragraph that refers to them, as text. */
export function mapWord(document: WordDocument, count: Count): RoughBlock[] {
  count('comment', document.comments.length);
  const mapping: Mapping = { document, count, notes: [] };
  let isAfterBlank = false;
  return blocksOf(mapping, document.children ?? []).flatMap((block): RoughBlock[] => {
    if (roughText(block).trim() === '') {
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
    if (node.type === 'paragraph') return [lineOf(mapping, node), ...notesOf(mapping)];
    if (node.type === 'table') return tableOf(mapping, node);
    if (node.type === 'run' || node.type === 'hyperlink' || node.type === 'text') {
      return [roughLine(joinInlines(inlinesOf(mapping, node, false)))];
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
  return roughLine(children, { rank, item, isCentred: paragraph.alignment === 'center' });
}

/** By the style's name: `heading 1` in every language of Word, 标题 1 in files made by other programs. */
function rankOf(style: string): number | null {
  if (/^(?:title|标题)$/i.test(style)) return 0;
  const level = /^(?:heading|标题)\s*([1-9])/i.exec(style)?.[1];
  return level === undefined ? null : Math.min(Number(level), 6);
}

/** The notes that the paragraph before referred to. */
function notesOf(mapping: Mapping): RoughBlock[] {
  const references = mapping.notes.splice(0);
  return references.flatMap((reference) => {
    const body = mapping.document.notes.resolve(reference)?.body ?? [];
    return blocksOf(mapping, body)
      .filter((block) => roughText(block).trim() !== '')
      .map((block, index): RoughBlock => {
        if (block.type === 'table') return block;
        const mark: Inline[] = index === 0 ? [{ type: 'text', text: '注：' }] : [];
        return roughLine(joinInlines([...mark, ...trimStart(block.children)]));
      });
  });
}

function trimStart(children: readonly Inline[]): Inline[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return [...children];
  return [{ ...first, text: first.text.trimStart() }, ...rest];
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
      mapping.count('image', 1);
      return [];
    case 'noteReference':
      mapping.notes.push(node);
      return [];
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
    const all = (row.children ?? []).map((cell) => cellOf(mapping, cell, row.isHeader === true));
    const spare = all.slice(MAX_COLUMNS).flatMap(({ children }) => children);
    const kept = all.slice(0, MAX_COLUMNS);
    kept.at(-1)?.children.push(...spare);
    return kept;
  });
  return [{ type: 'table', rows: read }];
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
  if (block.type === 'line') return [{ type: 'paragraph', children: block.children }];
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
