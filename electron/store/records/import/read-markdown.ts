import type {
  BlockContent,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table as MarkdownTable,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { joinInlines } from '../../../../shared/document/inlines.ts';
import type { Inline, Table } from '../../../../shared/document/tree.ts';
import {
  roughLine,
  textLine,
  type RoughBlock,
  type RoughLine,
} from '../../../../shared/templates/recognise/rough-block.ts';
import { decodeText } from './decode-text.ts';
import { pictureAt } from './picture-at.ts';
import { openPictures, pictureBlock, type Picture, type Pictures } from './pictures.ts';
import { Skipped, type NotKept, type SourceText } from './source-text.ts';

type Reading = {
  source: string;
  notKept: Map<NotKept, number>;
  pictures: Pictures;
  /** Pictures met in the line at hand. */
  waiting: Picture[];
  remote: string[];
};
type Hints = Partial<Omit<RoughLine, 'type' | 'children'>>;

/**
 * A `.md` file (CommonMark with tables): headings, lists, tables and bold come through; HTML stays what was typed, as
 * text. Skips with `file-not-text`, and with `file-damaged` what is nested too deep to be read.
 */
export function readMarkdown(bytes: Uint8Array): SourceText {
  const { text: source, encoding } = decodeText(bytes);
  const reading: Reading = {
    source,
    notKept: new Map(),
    pictures: openPictures(),
    waiting: [],
    remote: [],
  };
  const blocks = flow(reading, parse(source).children, {});
  return {
    blocks,
    notKept: reading.notKept,
    remote: reading.remote,
    files: reading.pictures.files,
    encoding,
  };
}

function parse(source: string): Root {
  try {
    return fromMarkdown(source, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
  } catch (error) {
    if (error instanceof RangeError) throw new Skipped('file-damaged', error);
    throw error;
  }
}

function flow(reading: Reading, nodes: readonly RootContent[], hints: Hints): RoughBlock[] {
  return nodes.flatMap((node) => [
    ...block(reading, node, { isAfterBlank: true, ...hints }),
    ...reading.waiting.splice(0).map(pictureBlock),
  ]);
}

function block(reading: Reading, node: RootContent, hints: Hints): RoughBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [roughLine(inlines(reading, node.children, false), hints)];
    case 'heading':
      return [roughLine(inlines(reading, node.children, false), { ...hints, rank: node.depth })];
    case 'list':
      return node.children.flatMap((item, index) =>
        listItem(reading, item.children, {
          ordered: node.ordered === true,
          depth: hints.item === undefined || hints.item === null ? 0 : hints.item.depth + 1,
          // A list that does not begin with 1 would be counted anew, so that its numbers are kept as text.
          number:
            node.ordered === true && (node.start ?? 1) !== 1 ? (node.start ?? 1) + index : null,
        }),
      );
    case 'table':
      return [table(reading, node)];
    case 'blockquote':
      return flow(reading, node.children, {});
    case 'code':
      // Four spaces of indentation are code to markdown, and a centred title to the person who typed them.
      return `${node.meta ?? ''}\n${node.value}`
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) =>
          textLine(line.trim(), { isCentred: node.lang === undefined || node.lang === null }),
        );
    case 'thematicBreak':
      return [];
    default:
      return literal(reading, node)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => textLine(line.trim(), hints));
  }
}

type Item = { ordered: boolean; depth: number; number: number | null };

/** The first paragraph of an item with the paragraphs that follow it; lists inside come after, one step deeper. */
function listItem(
  reading: Reading,
  children: readonly (BlockContent | RootContent)[],
  item: Item,
): RoughBlock[] {
  const place = { ordered: item.ordered, depth: item.depth };
  const blocks: RoughBlock[] = [];
  let open: RoughLine | null = null;
  for (const child of children) {
    if (child.type !== 'paragraph') {
      blocks.push(...block(reading, child, child.type === 'list' ? { item: place } : {}));
      continue;
    }
    const run = inlines(reading, child.children, false);
    if (open !== null && blocks.at(-1) === open) {
      open.children.push({ type: 'line-break' }, ...run);
      continue;
    }
    open = item.number === null ? roughLine(run, { item: place }) : numbered(item.number, run);
    blocks.push(open);
  }
  return blocks;
}

function numbered(number: number, run: readonly Inline[]): RoughLine {
  return roughLine(joinInlines([{ type: 'text', text: `${number}. ` }, ...run]));
}

function table(reading: Reading, node: MarkdownTable): Table {
  const rows = node.children.map((row, index) =>
    row.children.map((cell) => ({
      ...(index === 0 ? { header: true as const } : {}),
      children: [{ type: 'paragraph' as const, children: inlines(reading, cell.children, false) }],
    })),
  );
  return { type: 'table', rows };
}

function inlines(reading: Reading, nodes: readonly PhrasingContent[], isBold: boolean): Inline[] {
  return joinInlines(nodes.flatMap((node) => inline(reading, node, isBold)));
}

function inline(reading: Reading, node: PhrasingContent, isBold: boolean): Inline[] {
  switch (node.type) {
    case 'text':
      return lines(node.value, isBold);
    case 'strong':
      return inlines(reading, node.children, true);
    case 'emphasis':
      count(reading, 'formatting');
      return inlines(reading, node.children, isBold);
    case 'inlineCode':
      return lines(node.value, isBold);
    case 'break':
      return [{ type: 'line-break' }];
    case 'link':
      count(reading, 'link');
      return inlines(reading, node.children, isBold);
    case 'image': {
      const picture = pictureAt(node.url, reading);
      if (picture === null) return lines(node.alt ?? '', isBold);
      reading.waiting.push(picture);
      return [];
    }
    default:
      return lines(literal(reading, node), isBold);
  }
}

function lines(text: string, isBold: boolean): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ type: 'line-break' as const }]),
      ...(line === ''
        ? []
        : [{ type: 'text' as const, text: line, ...(isBold ? { bold: true as const } : {}) }]),
    ]);
}

/** What was typed, for everything that is no structure of ours: HTML, references, definitions. */
function literal(reading: Reading, node: Nodes): string {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return '';
  return reading.source.slice(start.offset, end.offset);
}

function count(reading: Reading, what: NotKept): void {
  reading.notKept.set(what, (reading.notKept.get(what) ?? 0) + 1);
}
