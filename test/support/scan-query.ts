import { Library, RecordKind, type FullRecord } from '../../shared/contract/records.ts';
import { sectionText } from '../../shared/document/tree.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import { RecordStatus } from '../../shared/contract/record-status.ts';
import { codeLists, codeName, type CodeListId } from '../../shared/templates/code-lists/index.ts';
import { fold } from '../../shared/text/fold.ts';
import { findIdentifiers, identifierForm } from '../../shared/text/identifiers.ts';
import type { Query } from '../../shared/text/query/query.ts';
import { findSounds } from '../../shared/text/sounds.ts';

/** Where a text of a record stands. */
type Stretch = {
  place: 'title' | 'keyword' | 'case-number' | 'heading' | 'text';
  heading: string;
  text: string;
};

/** The truth that search is held to: a query asked of a record by reading it from beginning to end. */
export function isFoundByScan(query: Query, record: FullRecord, inAnyForm: boolean): boolean {
  return answers(query, record, stretchesOf(record), inAnyForm);
}

function answers(
  query: Query,
  record: FullRecord,
  all: readonly Stretch[],
  inAnyForm: boolean,
): boolean {
  const has = (text: string, stretches: readonly Stretch[]) =>
    stretches.some(
      (stretch) => hasText(stretch.text, text) || (inAnyForm && hasForm(stretch.text, text)),
    );
  const sounds = (text: string) => inAnyForm && findSounds(record.title, text).length > 0;
  const at = (...places: Stretch['place'][]) => all.filter(({ place }) => places.includes(place));
  switch (query.type) {
    case 'and':
      return query.parts.every((part) => answers(part, record, all, inAnyForm));
    case 'or':
      return query.parts.some((part) => answers(part, record, all, inAnyForm));
    case 'not':
      return !answers(query.part, record, all, true);
    case 'text':
      return has(query.text, all) || sounds(query.text);
    case 'near':
      return all.some(({ text }) => isNear(text, query.words, query.within));
    case 'years':
      return yearsOf(record).some(
        (year) => year >= (query.from ?? 0) && year <= (query.to ?? 9999),
      );
    case 'field':
      break;
  }
  const { field, text } = query;
  const named = (list: CodeListId, codes: readonly string[]) =>
    codes.some(
      (code) =>
        code === text ||
        (['zh-CN', 'en'] as const).some((language) =>
          fold(codeName(list, code, language)).includes(text),
        ),
    );
  switch (field) {
    case 'title':
      return has(text, at('title')) || sounds(text);
    case 'keyword':
      return has(text, at('keyword'));
    case 'case-number':
      return has(text, at('case-number'));
    case 'charge':
      return named('charge', record.fields.charges) || has(text, at('keyword'));
    case 'kind': {
      const names = kindNames.map((all) => all.map(fold));
      const exact = names.filter((all) => all.includes(text));
      const meant =
        exact.length > 0 ? exact : names.filter((all) => all.some((one) => one.includes(text)));
      return meant.some(([kind]) => kind === record.kind);
    }
    case 'tag':
      return record.tags.some((tag) => fold(tag).includes(text));
    case 'procuratorate':
      return fold(record.fields.handlingProcuratorate).includes(text);
    case 'section': {
      const [heading = '', ...rest] = text.split('/');
      const of = all.filter((one) => one.heading !== '' && fold(one.heading).includes(heading));
      return rest.length === 0 ? of.length > 0 : has(rest.join('/'), of);
    }
    case 'article': {
      const whole = articleOf(text);
      if (whole === null) return has(text, all);
      return all.some((one) => hasForm(one.text, whole) && (inAnyForm || hasText(one.text, whole)));
    }
    case 'status':
      return namedOr(text, statusNames, record.status === null ? [] : [record.status], () =>
        has(text, all),
      );
    case 'library':
      return namedOr(text, libraryNames, [record.library], () => has(text, all));
    case 'source': {
      const source = record.isSample
        ? 'sample'
        : record.sourceName === null
          ? 'written'
          : 'imported';
      return namedOr(text, sourceNames, [source], () => has(text, all));
    }
    case 'function':
    case 'right-type':
    case 'stage':
    case 'outcome':
    case 'region':
    case 'origin': {
      const names = codeLists[field].map(({ code, name }) => [code, ...Object.values(name)]);
      return namedOr(text, names, codesOf(record, field), () => has(text, all));
    }
  }
}

const codesOf = ({ fields }: FullRecord, field: CodeListId): string[] => {
  const one = (code: string | null) => (code === null ? [] : [code]);
  switch (field) {
    case 'function':
      return fields.functions;
    case 'right-type':
      return fields.rightTypes;
    case 'stage':
      return fields.stages;
    case 'outcome':
      return fields.outcomes;
    case 'region':
      return one(fields.region);
    case 'origin':
      return one(fields.origin);
    default:
      throw new Error(`no field ${field}`);
  }
};

const spoken = ['zh-CN', 'en'] as const;
const kindNames = RecordKind.options.map((code) => [
  code,
  ...spoken.map((language) => wordsOf(language).kinds[code]),
]);
const statusNames = RecordStatus.options.map((code) => [
  code,
  ...spoken.map((language) => wordsOf(language).statuses[code]),
]);
const libraryNames = Library.options.map((code) => [
  code,
  ...spoken.map((language) => wordsOf(language).search.libraries[code]),
]);
const sourceNames = (['written', 'imported', 'sample'] as const).map((code) => [
  code,
  ...spoken.map((language) => wordsOf(language).search.sources[code]),
]);

/** What names nothing that there is, is looked for as words. Each entry: its code, then its names. */
function namedOr(
  text: string,
  entries: readonly (readonly string[])[],
  own: readonly string[],
  asWords: () => boolean,
): boolean {
  const meant = entries.filter(
    ([code, ...names]) => code === text || names.some((name) => fold(name).includes(text)),
  );
  if (meant.length === 0) return asWords();
  return meant.some(([code = '']) => own.includes(code));
}

/** `刑法213`, `213` and `第二百一十三条` as they would be cited. */
function articleOf(text: string): string | null {
  const tight = text.replaceAll(' ', '');
  const forms = [tight, `${tight}条`, `第${tight}条`];
  return forms.find((form) => identifierForm(form)?.startsWith('§条') === true) ?? null;
}

function stretchesOf(record: FullRecord): Stretch[] {
  return [
    { place: 'title', heading: '', text: fold(record.title) },
    ...record.keywords.map((text) => ({
      place: 'keyword' as const,
      heading: '',
      text: fold(text),
    })),
    ...record.caseNumbers.map((text) => ({
      place: 'case-number' as const,
      heading: '',
      text: fold(text),
    })),
    ...record.document.sections.flatMap((section) => [
      { place: 'heading' as const, heading: section.heading, text: fold(section.heading) },
      { place: 'text' as const, heading: section.heading, text: fold(sectionText(section)) },
    ]),
  ];
}

function hasText(text: string, wanted: string): boolean {
  if (!wanted.includes(' ')) return text.includes(wanted);
  const pattern = wanted
    .split(' ')
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+');
  return new RegExp(pattern, 'u').test(text);
}

function hasForm(text: string, wanted: string): boolean {
  const form = identifierForm(wanted);
  return form !== null && findIdentifiers(text).some((one) => one.form === form);
}

/** Every stretch of the right length, tried one after the other. */
function isNear(text: string, words: readonly string[], within: number): boolean {
  const longest = within + words.reduce((sum, word) => sum + word.length, 0);
  for (let start = 0; start < text.length; start += 1) {
    const stretch = text.slice(start, start + longest);
    if (words.every((word) => stretch.includes(word))) return true;
  }
  return false;
}

function yearsOf(record: FullRecord): number[] {
  const numbers = record.caseNumbers.flatMap(
    (one) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(one)?.[0] ?? [],
  );
  const inTitle = [...record.title.matchAll(/(?<!\d)((?:19|20)\d\d)年/g)].map(
    (match) => match[1] ?? '',
  );
  const known = [
    ...numbers,
    ...inTitle,
    ...record.fields.dates.map(({ on }) => on.slice(0, 4)),
  ].map(Number);
  return known.length > 0 ? known : [new Date(record.createdAt + 8 * 3_600_000).getUTCFullYear()];
}
