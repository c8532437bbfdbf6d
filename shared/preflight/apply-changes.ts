import type { ExportedInline } from '../document/exported-tree.ts';
import { ExportedRecord } from '../document/exported-record.ts';
import { renameOwnCodes } from './own-codes.ts';
import { Failure } from '../errors.ts';
import type { Piece, TextPath } from '../text/scan/scan-record.ts';

/** What becomes of a finding: other words in its place, or (null) it stays. */
export type Change = { pieces: readonly Piece[]; replacement: string | null };
/** Where a change stands in the record as it leaves. */
export type ChangedPlace = { path: TextPath; start: number; end: number };
export type Changed = { record: ExportedRecord; places: ChangedPlace[] };

/** In one text: from where to where, and what stands there afterwards. Edits do not overlap. */
type Edit = { start: number; end: number; words: string };

/**
 * The record with other words in place of some of its findings, and where each finding stands then, in their order. What
 * overlaps is replaced as one. Fails: `document-invalid`, if the result is no record any more.
 */
export function applyChanges(record: ExportedRecord, changes: readonly Change[]): Changed {
  const copy = JSON.parse(JSON.stringify(record)) as ExportedRecord;
  const edits = editsByPath(changes);
  // The deepest first: a footnote is found by its place among the inlines around it.
  const inward = [...edits.values()].toSorted((one, other) => other.path.length - one.path.length);
  const moved: Moved = new Map();
  for (const { path, list } of inward) change(copy, path, list, moved);
  renameOwnCodes(copy);
  const parsed = ExportedRecord.safeParse(copy);
  if (!parsed.success) throw new Failure('document-invalid', { id: record.id });
  const places = changes.map(({ pieces: [first] }) => {
    if (first === undefined) throw new Failure('document-invalid', { id: record.id });
    const place = placeAfter(first, edits.get(first.path.join('/'))?.list ?? []);
    return { ...place, path: pathAfter(place.path, moved) };
  });
  return { record: parsed.data, places };
}

/** A text with its edits made; for texts that stand in no record. */
export function editText(text: string, changes: readonly Edit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, words } of merged(changes)) {
    edited += text.slice(at, start) + words;
    at = end;
  }
  return edited + text.slice(at);
}

/** Of runs of inlines that were edited: where each inline stands then. */
type Moved = Map<string, number[]>;

function pathAfter(path: TextPath, moved: Moved): TextPath {
  return path.map((key, depth) => {
    const places = moved.get(path.slice(0, depth).join('/'));
    return typeof key === 'number' ? (places?.[key] ?? key) : key;
  });
}

type Edits = Map<string, { path: TextPath; list: Edit[] }>;

function editsByPath(changes: readonly Change[]): Edits {
  const edits: Edits = new Map();
  for (const { pieces, replacement } of changes) {
    if (replacement === null) continue;
    pieces.forEach(({ path, start, end }, index) => {
      const key = path.join('/');
      const list = edits.get(key)?.list ?? [];
      list.push({ start, end, words: index === 0 ? replacement : '' });
      edits.set(key, { path, list });
    });
  }
  for (const entry of edits.values()) entry.list = merged(entry.list);
  return edits;
}

/** In order; what overlaps is one edit, with the words of the first that has any. */
function merged(list: readonly Edit[]): Edit[] {
  const sorted = list.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const free: Edit[] = [];
  for (const edit of sorted) {
    const last = free.at(-1);
    if (last === undefined || edit.start >= last.end) {
      free.push({ ...edit });
      continue;
    }
    last.end = Math.max(last.end, edit.end);
    if (last.words === '') last.words = edit.words;
  }
  return free;
}

function placeAfter({ path, start, end }: Piece, edits: readonly Edit[]): ChangedPlace {
  let shift = 0;
  for (const edit of edits) {
    if (edit.end <= start) {
      shift += edit.words.length - (edit.end - edit.start);
    } else if (edit.start < end) {
      const from = edit.start + shift;
      return { path, start: from, end: from + edit.words.length };
    }
  }
  return { path, start: start + shift, end: end + shift };
}

function change(
  record: ExportedRecord,
  path: TextPath,
  edits: readonly Edit[],
  moved: Moved,
): void {
  const parents = path.slice(0, -1);
  const last = path.at(-1) ?? '';
  // A path was made from this very record, member by member.
  const parent = parents.reduce<unknown>(
    (value, key) => (value as Record<string, unknown>)[key],
    record,
  ) as Record<string, unknown>;
  const value = parent[last];
  if (typeof value === 'string') {
    parent[last] = editText(value, edits);
    return;
  }
  const run = editInlines(value as readonly ExportedInline[], edits);
  parent[last] = run.children;
  moved.set(path.join('/'), run.places);
}

/** A run of inlines: the words go where the first character was, with its look; a line break in the middle goes. */
function editInlines(
  children: readonly ExportedInline[],
  edits: readonly Edit[],
): { children: ExportedInline[]; places: number[] } {
  const changed: ExportedInline[] = [];
  const places: number[] = [];
  let at = 0;
  for (const inline of children) {
    places.push(changed.length);
    if (inline.type === 'footnote') {
      changed.push(inline);
      continue;
    }
    const length = inline.type === 'text' ? inline.text.length : 1;
    const inside = edits.filter((edit) => edit.start < at + length && edit.end > at);
    if (inside.length === 0) changed.push(inline);
    else if (inline.type === 'text') {
      const text = editText(inline.text, within(inside, at, length));
      if (text !== '') changed.push({ ...inline, text });
    } else if (inside.some((edit) => edit.start === at && edit.words !== '')) {
      changed.push({ type: 'text', text: inside[0]?.words ?? '' });
    }
    at += length;
  }
  return { children: changed, places };
}

/** Edits as one inline sees them: words belong to the inline in which they begin. */
function within(edits: readonly Edit[], at: number, length: number): Edit[] {
  return edits.map(({ start, end, words }) => ({
    start: Math.max(start - at, 0),
    end: Math.min(end - at, length),
    words: start >= at ? words : '',
  }));
}
