import type {
  ExportedInline,
  ExportedParagraph,
  ExportedSection,
} from '../../document/exported-tree.ts';
import type { ExportedRecord } from '../../document/exported-record.ts';
import type { Finding, FindingKind } from './finding.ts';
import { scanLabelled } from './scan-labelled.ts';

/** Where a text is: the members and indexes that lead to it in the exported record, or to the run of inlines whose text it is. */
export type TextPath = readonly (string | number)[];
/** A part of a finding, in UTF-16 units of the text at `path`. */
export type Piece = { path: TextPath; start: number; end: number };
/** A finding that goes on in the next paragraph has a piece in each. `text` is all of it, with `\n` between the pieces. */
export type RecordFinding = { kind: FindingKind; text: string; pieces: Piece[] };

export type Strip = { path: TextPath; text: string };
/** Texts that are read as one, line after line. `labels`: what a cell's column or its left neighbour says. */
export type Passage = { strips: Strip[]; labels: string[]; isPage: boolean };

const FIRST_LINES = 5;

/**
 * The findings in everything of a record that leaves: title, keywords, case numbers, headings, paragraphs, lists, tables,
 * captions, footnotes, the names in its fields, and the names of the attachments that go with it.
 */
export function scanRecord(
  record: ExportedRecord,
  attachmentNames: readonly string[] = [],
): RecordFinding[] {
  let lines = 0;
  return passagesOf(record, attachmentNames).flatMap((passage) => {
    const isBeginning = passage.isPage && lines < FIRST_LINES;
    if (passage.isPage) lines += passage.strips.filter(({ text }) => text.trim() !== '').length;
    return scanPassage(passage, isBeginning);
  });
}

/** All texts of a record that leave, in reading order. */
export function passagesOf(
  record: ExportedRecord,
  attachmentNames: readonly string[] = [],
): Passage[] {
  const names = record.formatVersion === 1 ? [] : namesIn(record.fields, ['fields']);
  return [
    page([{ path: ['title'], text: record.title }]),
    ...record.keywords.map((text, at) => alone({ path: ['keywords', at], text })),
    ...record.caseNumbers.map((text, at) => alone({ path: ['caseNumbers', at], text })),
    ...record.document.sections.flatMap((section, at) =>
      sectionPassages(section, ['document', 'sections', at]),
    ),
    ...names,
    ...attachmentNames.map((text, at) => alone({ path: ['attachments', at], text })),
  ];
}

const page = (strips: Strip[]): Passage => ({ strips, labels: [], isPage: true });
const alone = (strip: Strip, labels: string[] = []): Passage => ({
  strips: [strip],
  labels,
  isPage: false,
});

/** Every name in the fields, whatever fields there are or will be. */
function namesIn(value: unknown, path: TextPath): Passage[] {
  if (typeof value === 'string')
    return path.at(-1) === 'code' ? [] : [alone({ path, text: value })];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => namesIn(inner, [...path, key]));
}

function sectionPassages(section: ExportedSection, path: TextPath): Passage[] {
  const strips: Strip[] = [{ path: [...path, 'heading'], text: section.heading }];
  const apart: Passage[] = [];
  const take = (children: readonly ExportedInline[], at: TextPath) => {
    strips.push({ path: at, text: textOf(children) });
    apart.push(...footnotes(children, at));
  };
  section.blocks.forEach((block, number) => {
    const at = [...path, 'blocks', number];
    if (block.type === 'list') {
      block.items.forEach(({ children }, item) =>
        take(children, [...at, 'items', item, 'children']),
      );
    } else if (block.type === 'table') {
      apart.push(...tablePassages(block.rows, [...at, 'rows']));
    } else if (block.type === 'image') {
      take(block.caption, [...at, 'caption']);
    } else {
      take(block.children, [...at, 'children']);
    }
  });
  return [page(strips), ...apart];
}

function textOf(children: readonly ExportedInline[]): string {
  return children
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'line-break' ? '\n' : '',
    )
    .join('');
}

function footnotes(children: readonly ExportedInline[], path: TextPath): Passage[] {
  return children.flatMap((inline, at) =>
    inline.type === 'footnote'
      ? [alone({ path: [...path, at, 'children'], text: textOf(inline.children) })]
      : [],
  );
}

type Row = readonly { children: readonly ExportedParagraph[] }[];

function tablePassages(rows: readonly Row[], path: TextPath): Passage[] {
  const says = (row: number, column: number): string =>
    (rows[row]?.[column]?.children ?? []).map(({ children }) => textOf(children)).join('');
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const labels = [row > 0 ? says(0, column) : '', column > 0 ? says(row, column - 1) : ''];
      return cell.children.flatMap(({ children }, paragraph) => {
        const at = [...path, row, column, 'children', paragraph, 'children'];
        return [alone({ path: at, text: textOf(children) }, labels), ...footnotes(children, at)];
      });
    }),
  );
}

function scanPassage({ strips, labels }: Passage, isBeginning: boolean): RecordFinding[] {
  const text = strips.map((strip) => strip.text).join('\n');
  if (text === '') return [];
  return scanLabelled(text, labels, isBeginning).map((finding: Finding) => ({
    kind: finding.kind,
    text: text.slice(finding.start, finding.end),
    pieces: piecesOf(finding, strips),
  }));
}

/** Where a stretch of the strips' joined text lies in each of them. */
export function piecesOf(
  { start, end }: { start: number; end: number },
  strips: readonly Strip[],
): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const strip of strips) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, strip.text.length);
    if (from < to) pieces.push({ path: strip.path, start: from, end: to });
    offset += strip.text.length + 1;
    if (offset >= end) break;
  }
  return pieces;
}
