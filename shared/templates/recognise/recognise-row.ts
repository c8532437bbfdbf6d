import type { RecordKind } from '../../contract/records.ts';
import { DOCUMENT_VERSION, paragraphsOf, type Section } from '../../document/tree.ts';
import { templates } from '../index.ts';
import { findCaseNumbers, readCaseNumberLine } from './case-numbers.ts';
import { readKeywordLine } from './keywords.ts';
import { foldName, type Lookup } from './read-label.ts';
import type { Recognised } from './recognise-record.ts';
import { namesOf, type Meaning } from './section-names.ts';

/** One row of a list, with the names of its columns; cells without text are left out. */
export type Row = readonly { name: string; text: string }[];

const MAX_TITLE = 200;
const MAX_OWN_SECTIONS = 150;
const MAX_CASE_NUMBERS = 50;
const MAX_HEADING = 200;

/** What English lists call their columns; sections also go by their own ids (`facts`, `performance` …). */
const english: Readonly<Record<string, Meaning>> = {
  title: { type: 'title' },
  name: { type: 'title' },
  case: { type: 'title' },
  casename: { type: 'title' },
  casetitle: { type: 'title' },
  keyword: { type: 'keywords' },
  keywords: { type: 'keywords' },
  casenumber: { type: 'case-numbers' },
  casenumbers: { type: 'case-numbers' },
  caseno: { type: 'case-numbers' },
  'caseno.': { type: 'case-numbers' },
  docketnumber: { type: 'case-numbers' },
  casefacts: { type: 'section', id: 'facts' },
  basicfacts: { type: 'section', id: 'facts' },
  summary: { type: 'section', id: 'gist' },
  laws: { type: 'section', id: 'provisions' },
};

/**
 * A row as a record. Columns that go by a name of the template are its parts; every other column is a part of its own
 * under its own name, and so is a cell of keywords or numbers that reads like something else. The title is the column
 * of that name, else the first cell that is short enough. Nothing of a row is left out.
 */
export function recogniseRow(row: Row, kind: RecordKind): Recognised {
  const template = templates[kind];
  const meaningOf = meaningsOf(kind);
  const title = titleOf(row, meaningOf);
  const sections: Section[] = [];
  const keywords: string[] = [];
  const caseNumbers: string[] = [];
  for (const cell of row) {
    if (cell === title) continue;
    const meaning = meaningOf(cell.name);
    if (meaning?.type === 'keywords' && keywords.length === 0) {
      const words = readKeywordLine(cell.text);
      if (words !== null && words.length > 0) {
        keywords.push(...new Set(words));
        continue;
      }
    }
    if (meaning?.type === 'case-numbers') {
      const { numbers, isAll } = readCaseNumberLine(cell.text);
      caseNumbers.push(...numbers);
      if (isAll) continue;
    }
    const id = meaning?.type === 'section' ? meaning.id : null;
    addSection(sections, sections.some((section) => section.id === id) ? null : id, cell);
  }
  if (!template.isReadOnly) addMissing(sections, kind);
  const found = row.flatMap(({ text }) => findCaseNumbers(text));
  return {
    title: title === null ? null : title.text.replaceAll(/\s+/gu, ' ').trim(),
    keywords,
    caseNumbers: [...new Set([...caseNumbers, ...found])].slice(0, MAX_CASE_NUMBERS),
    document: { version: DOCUMENT_VERSION, sections },
    decoration: [],
  };
}

function meaningsOf(kind: RecordKind): Lookup<Meaning> {
  const template = templates[kind];
  const names = namesOf(template);
  return (name) => {
    const known = names(foldName(name).replace(/[:：]$/u, ''));
    if (known !== undefined) return known;
    const plain = name.toLowerCase().replaceAll(/[\s_-]+/gu, '');
    if (template.sections.some(({ id }) => id === plain)) return { type: 'section', id: plain };
    return Object.hasOwn(english, plain) ? english[plain] : undefined;
  };
}

function titleOf(row: Row, meaningOf: Lookup<Meaning>): Row[number] | null {
  const isShort = ({ text }: Row[number]) => text.length <= MAX_TITLE && /[\p{L}\p{N}]/u.test(text);
  const named = row.filter(({ name }) => meaningOf(name)?.type === 'title');
  return (
    named.find(isShort) ??
    row.find(
      (cell) =>
        isShort(cell) && /\p{L}{2}/u.test(cell.text) && !/序号|编号|^no\.?$/iu.test(cell.name),
    ) ??
    null
  );
}

/** Past the limit of sections a column is a paragraph of the last one, behind its name. */
function addSection(sections: Section[], id: string | null, { name, text }: Row[number]): void {
  const last = sections.at(-1);
  if (sections.length >= MAX_OWN_SECTIONS && last !== undefined) {
    last.blocks.push(...paragraphsOf(`${name}：${text}`));
    return;
  }
  const others = sections.filter((section) => section.id.startsWith('other-')).length;
  const heading = name.slice(0, MAX_HEADING);
  const lines = name.length > MAX_HEADING ? `${name}\n${text}` : text;
  sections.push({ id: id ?? `other-${others + 1}`, heading, blocks: paragraphsOf(lines) });
}

function addMissing(sections: Section[], kind: RecordKind): void {
  for (const { id, heading } of templates[kind].sections) {
    if (sections.some((section) => section.id === id)) continue;
    sections.push({ id, heading, blocks: [{ type: 'paragraph', children: [] }] });
  }
}
