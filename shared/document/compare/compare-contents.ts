import type {
  ComparedLine,
  ComparedSpan,
  Comparison,
  RecordContent,
} from '../../contract/revisions.ts';
import { RecordFields } from '../../templates/record-fields.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { align, gapsBetween } from '../../text/align.ts';
import { diffText } from '../../text/diff-text.ts';
import type { Section } from '../tree.ts';
import { headOf, linesOf, type Line } from './lines-of.ts';
import { pairLines } from './pair-lines.ts';

type Lines = ComparedLine[];

/** Every line of one and the other text of a record, and the fields that differ. Sections are told by their ids. */
export function compareContents(before: RecordContent, after: RecordContent): WholeComparison {
  const lines = [...compareHeads(before, after), ...compareSections(before, after)];
  return {
    lines,
    fields: Object.keys(RecordFields.shape).filter((id) => {
      const field = id as keyof RecordFields;
      return (
        canonicalJson(before.fields[field] ?? null) !== canonicalJson(after.fields[field] ?? null)
      );
    }),
    before: before.fields,
    after: after.fields,
    added: countSpans(lines, 'added'),
    removed: countSpans(lines, 'removed'),
  };
}
export type WholeComparison = Omit<Comparison, 'lines'> & { lines: ComparedLine[] };

function compareHeads(before: RecordContent, after: RecordContent): Lines {
  const others = headOf(after);
  return headOf(before).flatMap((line, at) => {
    const other = others[at];
    if (other === undefined || (line.cells.length === 0 && other.cells.length === 0)) return [];
    if (line.kind === 'title') return [compared(line, other)];
    // Keywords and case numbers are replaced whole: half of one means nothing.
    return [changedLine(line, other, wholeCells(line.cells, other.cells))];
  });
}

function compareSections(before: RecordContent, after: RecordContent): Lines {
  const [one, other] = [before.document.sections, after.document.sections];
  const lines: Lines = [];
  const all = (sections: readonly Section[], change: 'added' | 'removed') =>
    lines.push(
      ...sections.flatMap((section) => linesOf(section).map((line) => wholly(line, change))),
    );
  const matches = align(
    one.map(({ id }) => id),
    other.map(({ id }) => id),
    { anchors: true },
  );
  let [a, b] = [0, 0];
  for (const match of [...matches, { before: one.length, after: other.length, length: 0 }]) {
    all(one.slice(a, match.before), 'removed');
    all(other.slice(b, match.after), 'added');
    for (let step = 0; step < match.length; step += 1) {
      const [section, same] = [one[match.before + step], other[match.after + step]];
      if (section !== undefined && same !== undefined) lines.push(...compareSection(section, same));
    }
    [a, b] = [match.before + match.length, match.after + match.length];
  }
  return lines;
}

function compareSection(before: Section, after: Section): Lines {
  const [[heading, ...one], [like, ...other]] = [linesOf(before), linesOf(after)];
  if (heading === undefined || like === undefined) return [];
  return [compared(heading, like), ...compareLines(one, other)];
}

/** Equal lines hold the rest in place; what is between them is paired by how much alike it is. */
function compareLines(before: readonly Line[], after: readonly Line[]): Lines {
  const lines: Lines = [];
  const matches = align(before.map(keyOf), after.map(keyOf), { anchors: true });
  let a = 0;
  for (const gap of [
    ...gapsBetween(matches, before.length, after.length),
    { beforeStart: before.length, beforeEnd: before.length, afterStart: 0, afterEnd: 0 },
  ]) {
    for (const line of before.slice(a, gap.beforeStart)) lines.push(compared(line, line));
    a = gap.beforeEnd;
    const [one, other] = [
      before.slice(gap.beforeStart, gap.beforeEnd),
      after.slice(gap.afterStart, gap.afterEnd),
    ];
    for (const [i, j] of pairLines(one, other)) {
      const [line, like] = [i === null ? undefined : one[i], j === null ? undefined : other[j]];
      if (line === undefined && like !== undefined) lines.push(wholly(like, 'added'));
      else if (line !== undefined && like === undefined) lines.push(wholly(line, 'removed'));
      else if (line !== undefined && like !== undefined) lines.push(compared(line, like));
    }
  }
  return lines;
}

const keyOf = ({ kind, level, cells, form }: Line) => [kind, level, form, ...cells].join('\u0001');

function wholly({ kind, level, cells }: Line, change: 'added' | 'removed'): ComparedLine {
  return { change, kind, level, cells: cells.map((text) => spanOf(change, text)) };
}

function compared(before: Line, after: Line): ComparedLine {
  return changedLine(before, after, compareCells(before.cells, after.cells));
}

function changedLine(before: Line, after: Line, cells: ComparedSpan[][]): ComparedLine {
  const { kind, level } = after;
  const isSameText = cells.every((spans) => spans.every(({ op }) => op === 'same'));
  const isSameForm = before.kind === kind && before.level === level && before.form === after.form;
  const change = !isSameText ? 'changed' : isSameForm ? 'same' : 'form';
  return { change, kind, level, cells };
}

/** Cells of a row: equal ones hold the others, which are compared in turn. */
function compareCells(before: readonly string[], after: readonly string[]): ComparedSpan[][] {
  if (before.length === after.length) {
    return before.map((text, at) => diffText(text, after[at] ?? ''));
  }
  return wholeCells(before, after);
}

function wholeCells(before: readonly string[], after: readonly string[]): ComparedSpan[][] {
  const cells: ComparedSpan[][] = [];
  const matches = align(before, after, { anchors: false });
  let [a, b] = [0, 0];
  for (const match of [...matches, { before: before.length, after: after.length, length: 0 }]) {
    cells.push(...before.slice(a, match.before).map((text) => spanOf('removed', text)));
    cells.push(...after.slice(b, match.after).map((text) => spanOf('added', text)));
    const same = before.slice(match.before, match.before + match.length);
    cells.push(...same.map((text) => spanOf('same', text)));
    [a, b] = [match.before + match.length, match.after + match.length];
  }
  return cells;
}

function spanOf(op: ComparedSpan['op'], text: string): ComparedSpan[] {
  return text === '' ? [] : [{ op, text }];
}

/** Characters without white space, code points. */
function countSpans(lines: readonly ComparedLine[], op: ComparedSpan['op']): number {
  let count = 0;
  for (const { cells } of lines) {
    for (const span of cells.flat()) {
      if (span.op !== op) continue;
      for (const character of span.text) if (!/\s/u.test(character)) count += 1;
    }
  }
  return count;
}
