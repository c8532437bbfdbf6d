import * as z from 'zod';
import { Failure } from '../errors.ts';

/**
 * A source as CSL-JSON has it (the data schema of the Citation Style Language, 1.0.2). The list of members is closed: what
 * is not in it is not kept, and whoever reads a foreign item is told. `custom` is not in it, since it may hold anything.
 *
 * Limits: 4,000 characters a member (20,000 for `abstract`, `annote`, `note`), 500 names a role, 100,000 characters an item.
 */
export const MAX_ITEM_CHARACTERS = 100_000;

export const sourceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;
export const SourceType = z.enum(sourceTypes);
export type SourceType = z.output<typeof SourceType>;

const Text = z.string().max(4000);
const LongText = z.string().max(20_000);
const TextOrNumber = z.union([Text, z.number()]);

export const Name = z.strictObject({
  family: Text.optional(),
  given: Text.optional(),
  'dropping-particle': Text.optional(),
  'non-dropping-particle': Text.optional(),
  suffix: Text.optional(),
  'comma-suffix': z.union([Text, z.number(), z.boolean()]).optional(),
  'static-ordering': z.union([Text, z.number(), z.boolean()]).optional(),
  literal: Text.optional(),
  'parse-names': z.union([Text, z.number(), z.boolean()]).optional(),
});
export type Name = z.output<typeof Name>;
const Names = z.array(Name).max(500);

export const SourceDate = z.strictObject({
  'date-parts': z.array(z.array(TextOrNumber).min(1).max(3)).min(1).max(2).optional(),
  season: TextOrNumber.optional(),
  circa: z.union([Text, z.number(), z.boolean()]).optional(),
  literal: Text.optional(),
  raw: Text.optional(),
});
export type SourceDate = z.output<typeof SourceDate>;

export const nameRoles = [
  'author',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
  'translator',
] as const;
export type NameRole = (typeof nameRoles)[number];

const dateMembers = [
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
] as const;

const textMembers = [
  'citation-key',
  'language',
  'journalAbbreviation',
  'shortTitle',
  'archive',
  'archive_collection',
  'archive_location',
  'archive-place',
  'authority',
  'call-number',
  'citation-label',
  'collection-title',
  'container-title',
  'container-title-short',
  'dimensions',
  'division',
  'DOI',
  'event',
  'event-place',
  'event-title',
  'genre',
  'ISBN',
  'ISSN',
  'jurisdiction',
  'keyword',
  'medium',
  'original-publisher',
  'original-publisher-place',
  'original-title',
  'part-title',
  'PMCID',
  'PMID',
  'publisher',
  'publisher-place',
  'references',
  'reviewed-genre',
  'reviewed-title',
  'scale',
  'source',
  'status',
  'title',
  'title-short',
  'URL',
  'volume-title',
  'volume-title-short',
  'year-suffix',
] as const;

const numberMembers = [
  'chapter-number',
  'citation-number',
  'collection-number',
  'edition',
  'first-reference-note-number',
  'issue',
  'locator',
  'number',
  'number-of-pages',
  'number-of-volumes',
  'page',
  'page-first',
  'part-number',
  'printing-number',
  'section',
  'supplement-number',
  'version',
  'volume',
] as const;

function each<const Member extends string, Schema extends z.ZodType>(
  members: readonly Member[],
  schema: Schema,
) {
  return Object.fromEntries(members.map((member) => [member, schema.optional()])) as Record<
    Member,
    z.ZodOptional<Schema>
  >;
}

export const SourceItem = z.strictObject({
  /** What other programs call it. It goes out again as it came in; here a source has an id of its own. */
  id: TextOrNumber.optional(),
  type: SourceType,
  categories: z.array(Text).max(500).optional(),
  abstract: LongText.optional(),
  annote: LongText.optional(),
  note: LongText.optional(),
  ...each(textMembers, Text),
  ...each(numberMembers, TextOrNumber),
  ...each(nameRoles, Names),
  ...each(dateMembers, SourceDate),
});
export type SourceItem = z.output<typeof SourceItem>;

const nameMembers = new Set(Object.keys(Name.shape));
const dateParts = new Set(Object.keys(SourceDate.shape));
const members = new Map<string, ReadonlySet<string> | null>([
  ...Object.keys(SourceItem.shape).map((member): [string, null] => [member, null]),
  ...nameRoles.map((role): [string, Set<string>] => [role, nameMembers]),
  ...dateMembers.map((date): [string, Set<string>] => [date, dateParts]),
]);

/**
 * Reads a source from plain data, its members in the order in which they came. `notKept` names the members that the schema does
 * not know (`custom`, `author.ORCID`), each once. Fails: `source-invalid` with the member, `title` if it has none.
 */
export function readSourceItem(value: unknown): { item: SourceItem; notKept: string[] } {
  if (!isPlain(value)) throw new Failure('source-invalid', { member: '' });
  const notKept = new Set<string>();
  const known = onlyMembers(value, members, (member) => notKept.add(member));
  for (const [member, inner] of members) {
    const part = known[member];
    if (inner === null || part === undefined) continue;
    const keep = (one: unknown) =>
      isPlain(one)
        ? onlyMembers(one, inner, (unknown) => notKept.add(`${member}.${unknown}`))
        : one;
    known[member] = Array.isArray(part) ? part.map(keep) : keep(part);
  }
  const parsed = SourceItem.safeParse(known);
  if (!parsed.success) {
    const member = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new Failure('source-invalid', { member });
  }
  if (JSON.stringify(known).length > MAX_ITEM_CHARACTERS) {
    throw new Failure('source-invalid', { member: '' });
  }
  if ((parsed.data.title ?? '').trim() === '') {
    throw new Failure('source-invalid', { member: 'title' });
  }
  // What was parsed has its members in the order of the schema; this is the same in the order of its author.
  return { item: known as SourceItem, notKept: [...notKept] };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function onlyMembers(
  value: Record<string, unknown>,
  allowed: { has(member: string): boolean },
  onUnknown: (member: string) => void,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [member, part] of Object.entries(value)) {
    if (!allowed.has(member)) onUnknown(member.slice(0, 100));
    else if (part !== undefined) kept[member] = part;
  }
  return kept;
}
