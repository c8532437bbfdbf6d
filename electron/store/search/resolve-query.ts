import type { Database } from 'better-sqlite3';
import { RecordStatus } from '../../../shared/contract/record-status.ts';
import { Library, RecordKind } from '../../../shared/contract/records.ts';
import { languages } from '../../../shared/i18n/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { identifierForm } from '../../../shared/text/identifiers.ts';
import type { Query, QueryField } from '../../../shared/text/query/query.ts';
import { listCodes } from '../code-lists/list-codes.ts';
import { facetToken } from './facets-of.ts';

/** The parts of the first tier that a field can be confined to. */
export type MetaPlace = 'title' | 'keywords' | 'case-numbers';

/** A query with its fields looked up: what remains can be asked of the index or of a record without knowing any list. */
export type Resolved =
  | { type: 'text'; text: string }
  | { type: 'near'; words: readonly string[]; within: number }
  /** The text in one place of the first tier. */
  | { type: 'in'; place: MetaPlace; text: string }
  /** A part whose heading has the one; with `text`, the text within it. */
  | { type: 'section'; heading: string; text: string | null }
  /** An identifier in any written form; `text` is what to mark. */
  | { type: 'form'; form: string; text: string }
  | { type: 'marked'; list: string; codes: readonly string[] }
  /** Facets that the index knows itself, by their tokens. */
  | { type: 'indexed'; tokens: readonly string[] }
  | { type: 'kind'; kinds: readonly RecordKind[] }
  | { type: 'status'; statuses: readonly RecordStatus[] }
  | { type: 'library'; libraries: readonly Library[] }
  | { type: 'and' | 'or'; parts: readonly Resolved[] }
  | { type: 'not'; part: Resolved };

/** `unknown`: values of fields that name nothing there is. */
export function resolveQuery(db: Database, query: Query): { query: Resolved; unknown: Query[] } {
  const unknown: Query[] = [];
  const resolve = (one: Query): Resolved => {
    switch (one.type) {
      case 'text':
      case 'near':
        return one;
      case 'years': {
        const { from, to } = one;
        const isWithin = (year: string) =>
          Number(year) >= (from ?? 0) && Number(year) <= (to ?? 9999);
        return indexedFacets(db, 'year', isWithin);
      }
      case 'and':
      case 'or':
        return { type: one.type, parts: one.parts.map(resolve) };
      case 'not':
        return { type: 'not', part: resolve(one.part) };
      case 'field': {
        const found = resolveField(db, one.field, one.text);
        if (found === null) unknown.push(one);
        // What names nothing is looked for as words.
        return found ?? { type: 'text', text: one.text };
      }
    }
  };
  return { query: resolve(query), unknown };
}

function resolveField(
  db: Database,
  field: Exclude<QueryField, 'year'>,
  text: string,
): Resolved | null {
  switch (field) {
    case 'title':
      return { type: 'in', place: 'title', text };
    case 'keyword':
      return { type: 'in', place: 'keywords', text };
    case 'case-number':
      return { type: 'in', place: 'case-numbers', text };
    case 'section':
      return sectionOf(text);
    case 'article':
      return articleOf(text);
    case 'kind': {
      const kinds = kindsNamed(text);
      return kinds.length === 0 ? null : { type: 'kind', kinds };
    }
    case 'charge': {
      // Published cases have no fields filled in; their keywords name the charge.
      const inKeywords: Resolved = { type: 'in', place: 'keywords', text };
      const codes = codesNamed(db, field, text);
      return { type: 'or', parts: [{ type: 'marked', list: field, codes }, inKeywords] };
    }
    case 'tag':
      return { type: 'marked', list: field, codes: tagsWith(db, text) };
    case 'procuratorate':
      return indexedFacets(db, field, (name) => fold(name).includes(text));
    case 'source': {
      const sources = Object.keys(languages['zh-CN'].search.sources).filter((source) =>
        isNamed(
          text,
          source,
          Object.values(languages).map(
            ({ search }) => (search.sources as Record<string, string>)[source] ?? '',
          ),
        ),
      );
      return sources.length === 0
        ? null
        : indexedFacets(db, field, (source) => sources.includes(source));
    }
    case 'library': {
      const libraries = Library.options.filter((one) =>
        isNamed(
          text,
          one,
          Object.values(languages).map(({ search }) => search.libraries[one]),
        ),
      );
      return libraries.length === 0 ? null : { type: 'library', libraries };
    }
    case 'status': {
      const statuses = RecordStatus.options.filter((status) =>
        isNamed(
          text,
          status,
          Object.values(languages).map((words) => words.statuses[status]),
        ),
      );
      return statuses.length === 0 ? null : { type: 'status', statuses };
    }
    case 'function':
    case 'right-type':
    case 'stage':
    case 'outcome':
    case 'region':
    case 'origin': {
      const codes = codesNamed(db, field, text);
      return codes.length === 0 ? null : { type: 'marked', list: field, codes };
    }
  }
}

/** `典型意义` or `典型意义/营商环境`. */
function sectionOf(text: string): Resolved {
  const [heading = '', ...rest] = text.split('/');
  const within = rest.join('/').trim();
  if (heading.trim() === '') return { type: 'text', text: within === '' ? text : within };
  return { type: 'section', heading: heading.trim(), text: within === '' ? null : within };
}

/** `刑法第二百一十三条`, `刑法213`, `213`. */
function articleOf(text: string): Resolved {
  const tight = text.replaceAll(' ', '');
  for (const whole of [tight, `${tight}条`, `第${tight}条`]) {
    const form = identifierForm(whole);
    if (form !== null && form.startsWith('§条')) return { type: 'form', form, text: whole };
  }
  return { type: 'text', text };
}

/** One whose whole name is typed is meant alone: precedents are no precedent search reports. */
function kindsNamed(text: string): RecordKind[] {
  const isExactly = (kind: RecordKind) =>
    kind === text || namesOfKind(kind).some((name) => fold(name) === text);
  const exact = RecordKind.options.filter(isExactly);
  if (exact.length > 0) return exact;
  return RecordKind.options.filter((kind) => isNamed(text, kind, namesOfKind(kind)));
}

function namesOfKind(kind: RecordKind): string[] {
  return Object.values(languages).map(({ kinds }) => kinds[kind]);
}

function isNamed(text: string, code: string, names: readonly string[]): boolean {
  return code === text || names.some((name) => fold(name).includes(text));
}

function codesNamed(db: Database, list: string, text: string): string[] {
  return listCodes(db)
    .filter((entry) => entry.list === list && isNamed(text, entry.code, Object.values(entry.name)))
    .map(({ code }) => code);
}

function tagsWith(db: Database, text: string): string[] {
  const all = db.prepare("SELECT DISTINCT code FROM record_marks WHERE list = 'tag'").pluck().all();
  return (all as string[]).filter((code) => fold(code).includes(text));
}

/** Those values of a list that the index has given a number to. */
export function indexedFacets(
  db: Database,
  list: string,
  isWanted: (code: string) => boolean,
): Resolved {
  const rows = db.prepare('SELECT id, code FROM facet_codes WHERE list = ?').all(list);
  const wanted = (rows as { id: number; code: string }[]).filter(({ code }) => isWanted(code));
  return { type: 'indexed', tokens: wanted.map(({ id, code }) => facetToken(list, code, id)) };
}

/** What to mark in an opened record: every text that was asked for and not excluded, each once. */
export function marksOf(query: Resolved): string[] {
  const marks = new Set<string>();
  const collect = (one: Resolved): void => {
    if (one.type === 'text' || one.type === 'in' || one.type === 'form') marks.add(one.text);
    else if (one.type === 'near') for (const word of one.words) marks.add(word);
    else if (one.type === 'section') marks.add(one.text ?? one.heading);
    else if (one.type === 'and' || one.type === 'or') one.parts.forEach(collect);
  };
  collect(query);
  return [...marks];
}
