import { canonicalJson, type JsonValue } from '../../canonical-json.ts';
import { carryMarks } from '../../comments/marks-in-document.ts';
import type { RecordContent } from '../../contract/revisions.ts';
import { RecordFields, type FieldId } from '../../templates/record-fields.ts';
import type { DocumentTree, Section } from '../tree.ts';
import { blockLines } from '../tree.ts';
import {
  collectConflicts,
  type Conflicts,
  type MergeChoices,
  type MergeConflict,
} from './conflict.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { mergeOrder } from './merge-order.ts';

type Three<T> = { base: T; ours: T; theirs: T };
export type Merged = { content: RecordContent; conflicts: MergeConflict[] };

/**
 * Joins two copies of a record that both began as `base`. Sections are told by their ids, blocks of a section by their words, so
 * that what was changed in different paragraphs comes together; what both changed differently is a conflict, decided by
 * `choices` under its key, else as ours. Nothing that either side wrote is in neither the result nor a conflict. Comment marks of both stay.
 */
export function mergeContents(three: Three<RecordContent>, choices: MergeChoices = {}): Merged {
  const conflicts = collectConflicts(choices);
  const pick = <T>(part: (content: RecordContent) => T): Three<T> => ({
    base: part(three.base),
    ours: part(three.ours),
    theirs: part(three.theirs),
  });
  const title = mergeValue(
    pick((content) => content.title),
    ({ base, ours, theirs }) =>
      conflicts.decide({
        key: 'title',
        place: { kind: 'title' },
        base: [base],
        ours: [ours],
        theirs: [theirs],
        choices: ['ours', 'theirs'],
      }),
  );
  const content = {
    title,
    keywords: mergeWords(pick(({ keywords }) => keywords)),
    caseNumbers: mergeWords(pick(({ caseNumbers }) => caseNumbers)),
    fields: mergeFields(
      pick(({ fields }) => fields),
      conflicts,
    ),
    document: mergeDocuments(
      pick(({ document }) => document),
      conflicts,
    ),
  };
  return { content, conflicts: conflicts.found };
}

/** What one side alone changed; what both did, as `decide` says. */
function mergeValue<T>(
  three: Three<T>,
  decide: (three: Three<T>) => 'ours' | 'theirs' | 'both',
): T {
  const { base, ours, theirs } = three;
  if (isEqual(ours, theirs) || isEqual(theirs, base)) return ours;
  if (isEqual(ours, base)) return theirs;
  return decide(three) === 'theirs' ? theirs : ours;
}

function isEqual(one: unknown, other: unknown): boolean {
  return canonicalJson([one as JsonValue]) === canonicalJson([other as JsonValue]);
}

/** Sets of words never conflict: what either took out is out, what either put in is in. */
function mergeWords(three: Three<string[]>): string[] {
  const { base, ours, theirs } = three;
  if (isEqual(ours, theirs) || isEqual(theirs, base)) return ours;
  if (isEqual(ours, base)) return theirs;
  const kept = base.filter((word) => ours.includes(word) && theirs.includes(word));
  const added = [...ours, ...theirs].filter((word) => !base.includes(word));
  return [...new Set([...kept, ...added.toSorted()])];
}

function mergeFields(three: Three<RecordFields>, conflicts: Conflicts): RecordFields {
  const merged = Object.keys(RecordFields.shape).map((id) => {
    const part = (fields: RecordFields) => fields[id as FieldId];
    const one = { base: part(three.base), ours: part(three.ours), theirs: part(three.theirs) };
    const value = mergeValue(one, () =>
      conflicts.decide({
        key: `field ${id}`,
        place: { kind: 'field', field: id },
        base: [],
        ours: [],
        theirs: [],
        choices: ['ours', 'theirs'],
      }),
    );
    return [id, value] as const;
  });
  return RecordFields.parse(Object.fromEntries(merged.filter(([, value]) => value !== undefined)));
}

/** See `mergeContents`. */
function mergeDocuments(three: Three<DocumentTree>, conflicts: Conflicts): DocumentTree {
  const { base, ours, theirs } = three;
  if (isEqual(ours, theirs) || isEqual(theirs, base)) return ours;
  if (isEqual(ours, base)) return theirs;
  const idsOf = ({ sections }: DocumentTree) => sections.map(({ id }) => id);
  const all = new Map(
    [theirs, ours, base].flatMap(({ sections }) =>
      sections.map((section) => [section.id, section]),
    ),
  );
  const orders = { base: idsOf(base), ours: idsOf(ours), theirs: idsOf(theirs) };
  const sections = mergeOrder(orders, all, conflicts).flatMap((id) => {
    const three = { base: find(base, id), ours: find(ours, id), theirs: find(theirs, id) };
    return mergeSection(three, conflicts) ?? [];
  });
  return carryMarks(theirs, carryMarks(ours, { version: ours.version, sections }));
}

function find({ sections }: DocumentTree, id: string): Section | undefined {
  return sections.find((section) => section.id === id);
}

function mergeSection(
  { base, ours, theirs }: Three<Section | undefined>,
  conflicts: Conflicts,
): Section | undefined {
  if (ours === undefined && theirs === undefined) return undefined;
  if (isEqual(ours, theirs) || isEqual(theirs, base)) return ours;
  if (isEqual(ours, base)) return theirs;
  const some = ours ?? theirs;
  if (some === undefined) return undefined;
  const place = { section: some.id, heading: some.heading };
  if (ours === undefined || theirs === undefined) {
    if (base === undefined) return some;
    const choice = conflicts.decide({
      key: `section ${some.id}`,
      place: { kind: 'section', ...place },
      base: linesOf(base),
      ours: linesOf(ours),
      theirs: linesOf(theirs),
      choices: ['ours', 'theirs'],
    });
    return choice === 'theirs' ? theirs : ours;
  }
  const heading = mergeValue(
    { base: base?.heading ?? '', ours: ours.heading, theirs: theirs.heading },
    (three) =>
      conflicts.decide({
        key: `heading ${some.id}`,
        place: { kind: 'heading', ...place },
        base: [three.base],
        ours: [three.ours],
        theirs: [three.theirs],
        choices: ['ours', 'theirs'],
      }),
  );
  const blocks = mergeBlocks(
    { base: base?.blocks ?? [], ours: ours.blocks, theirs: theirs.blocks },
    place,
    conflicts,
  );
  return { id: some.id, heading, blocks };
}

function linesOf(section: Section | undefined): string[] {
  return section === undefined ? [] : section.blocks.flatMap(blockLines);
}
