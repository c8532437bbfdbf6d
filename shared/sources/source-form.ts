import type { Name, NameRole, SourceDate, SourceItem, SourceType } from './csl-item.ts';
import { nameText } from './source-facts.ts';

/** What the form can make. Other types come from other programs and can be changed all the same. */
export const formTypes = [
  'article-journal',
  'book',
  'chapter',
  'thesis',
  'report',
  'legislation',
  'legal_case',
  'webpage',
  'article-newspaper',
  'paper-conference',
] as const satisfies readonly SourceType[];
export type FormType = (typeof formTypes)[number];

const dates = ['issued', 'accessed'] as const;
const texts = [
  'title',
  'container-title',
  'authority',
  'number',
  'volume',
  'issue',
  'page',
  'edition',
  'publisher-place',
  'publisher',
  'genre',
  'DOI',
  'ISBN',
  'URL',
  'language',
  'note',
] as const;
const roles = ['author', 'editor', 'translator'] as const satisfies readonly NameRole[];
export type FormMember = (typeof texts)[number] | (typeof dates)[number] | (typeof roles)[number];
/** Names one a line; days as 2025, 2025-03 or 2025-03-02. */
export type SourceForm = Readonly<Partial<Record<FormMember, string>>>;

/** The fields of each type, in the order in which an entry has them. `title`, `language` and `note` are everywhere. */
const fields: Readonly<Record<FormType, readonly FormMember[]>> = {
  'article-journal': [
    'author',
    'container-title',
    'issued',
    'volume',
    'issue',
    'page',
    'DOI',
    'URL',
    'accessed',
  ],
  book: [
    'author',
    'translator',
    'edition',
    'publisher-place',
    'publisher',
    'issued',
    'volume',
    'page',
    'ISBN',
  ],
  chapter: [
    'author',
    'container-title',
    'editor',
    'edition',
    'publisher-place',
    'publisher',
    'issued',
    'page',
    'ISBN',
  ],
  thesis: ['author', 'genre', 'publisher-place', 'publisher', 'issued', 'page', 'URL', 'accessed'],
  report: ['author', 'number', 'publisher-place', 'publisher', 'issued', 'page', 'URL', 'accessed'],
  legislation: ['author', 'number', 'issued', 'URL', 'accessed'],
  legal_case: ['authority', 'number', 'issued', 'URL', 'accessed'],
  webpage: ['author', 'issued', 'accessed', 'URL'],
  'article-newspaper': ['author', 'container-title', 'issued', 'page', 'URL', 'accessed'],
  'paper-conference': [
    'author',
    'container-title',
    'editor',
    'publisher-place',
    'publisher',
    'issued',
    'page',
    'DOI',
  ],
};
const everyField: readonly FormMember[] = [
  'author',
  'editor',
  'container-title',
  'authority',
  'number',
  'publisher-place',
  'publisher',
  'issued',
  'volume',
  'issue',
  'page',
  'DOI',
  'URL',
  'accessed',
];

export function isFormType(type: SourceType): type is FormType {
  return (formTypes as readonly SourceType[]).includes(type);
}

/** What the form asks for a type, between the title and the note. */
export function fieldsOfType(type: SourceType): readonly FormMember[] {
  return isFormType(type) ? fields[type] : everyField;
}

export const isNames = (member: FormMember): member is (typeof roles)[number] =>
  (roles as readonly string[]).includes(member);
export const isDate = (member: FormMember): member is (typeof dates)[number] =>
  (dates as readonly string[]).includes(member);

/** What the form shows of an item. */
export function formOf(item: SourceItem): SourceForm {
  const form: Partial<Record<FormMember, string>> = {};
  for (const member of texts) if (item[member] !== undefined) form[member] = String(item[member]);
  for (const role of roles) {
    const names = item[role] ?? [];
    if (names.length > 0) form[role] = names.map(typedName).join('\n');
  }
  for (const member of dates) {
    const date = item[member];
    if (date !== undefined) form[member] = dateText(date);
  }
  return form;
}

/**
 * The item that a form makes of another one: what was not touched stays as it was, to the letter, and so does what this form does
 * not show.
 */
export function itemOf(form: SourceForm, type: SourceType, base: SourceItem | null): SourceItem {
  const before = base === null ? {} : formOf(base);
  const item: Record<string, unknown> = { ...base, type };
  for (const member of [...texts, ...roles, ...dates]) {
    const typed = form[member]?.trim() ?? '';
    if (typed === (before[member]?.trim() ?? '')) continue;
    if (typed === '') delete item[member];
    else item[member] = valueOf(member, typed, base);
  }
  return item as SourceItem;
}

function valueOf(member: FormMember, typed: string, base: SourceItem | null): unknown {
  if (isDate(member)) return dateOf(typed) ?? { literal: typed };
  if (!isNames(member)) return typed;
  const known = new Map((base?.[member] ?? []).map((name) => [typedName(name), name]));
  return linesOf(typed).map((line) => known.get(line) ?? nameOf(line));
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A comma parts a family name from given names; Chinese names and offices are written as they are. */
function nameOf(line: string): Name {
  const comma = /^([^,，]+)[,，]\s*(.+)$/u.exec(line);
  if (comma === null || /\p{Script=Han}/u.test(line)) return { literal: line };
  return { family: (comma[1] ?? '').trim(), given: comma[2] ?? '' };
}

function typedName(name: Name): string {
  const text = nameText(name);
  if (name.literal !== undefined || /\p{Script=Han}/u.test(text)) return text;
  const { family, given, ...others } = name;
  if (Object.keys(others).length > 0 || family === undefined) return text;
  return given === undefined ? family : `${family}, ${given}`;
}

/** 2025, 2025-03, 2025-03-02; also with dots, slashes or 年月日. Null for anything else. */
export function dateOf(text: string): SourceDate | null {
  const parts = /^(\d{4})(?:[-./年]\s*(\d{1,2})(?:[-./月]\s*(\d{1,2})日?|月)?|年)?$/u.exec(
    text.trim(),
  );
  if (parts === null) return null;
  const [year = 0, month, day] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && month !== undefined && !isDay(year, month, day)) return null;
  return { 'date-parts': [[year, month, day].filter((part) => part !== undefined)] };
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

function dateText(date: SourceDate): string {
  const [from, to] = (date['date-parts'] ?? []).map((parts) =>
    parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join('-'),
  );
  if (from === undefined) return date.raw ?? date.literal ?? '';
  return to === undefined ? from : `${from}/${to}`;
}
