import { fold } from '../text/fold.ts';
import { nameRoles, type Name, type SourceDate, type SourceItem } from './csl-item.ts';

const HAN = /\p{Script=Han}/u;

/** A name as one reads it: 林某, or Smith John A. */
export function nameText(name: Name): string {
  if (name.literal !== undefined && name.literal !== '') return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle'], name.suffix].filter(Boolean).join(' ');
  return HAN.test(family) ? `${family}${given}` : [family, given].filter(Boolean).join(' ');
}

/** Who is responsible: the authors, else the editors, the authority, or whoever is named first. At most `most` names. */
export function creatorsOf(item: SourceItem, most = 10): string[] {
  const roles = ['author', 'editor', ...nameRoles] as const;
  const names = roles.map((role) => item[role] ?? []).find((list) => list.length > 0);
  if (names === undefined) return item.authority === undefined ? [] : [item.authority];
  return names
    .slice(0, most)
    .map(nameText)
    .filter((text) => text !== '');
}

/** The year it came out, or null. */
export function yearOf(item: SourceItem): number | null {
  return yearIn(item.issued);
}

function yearIn(date: SourceDate | undefined): number | null {
  const [part] = date?.['date-parts']?.[0] ?? [];
  const year = Number(part ?? /\d{4}/.exec(date?.raw ?? date?.literal ?? '')?.[0]);
  return Number.isSafeInteger(year) && year !== 0 ? year : null;
}

/** Whether it is written in Chinese: what it says itself, else whether its title has Chinese characters. */
export function isChinese(item: SourceItem): boolean {
  const language = item.language?.trim().toLowerCase() ?? '';
  if (language !== '') return /^(zh|cn|chi|zho|中)/.test(language);
  return HAN.test(item.title ?? '');
}

/** Everything a source can be found by, folded: title, names, place of publication, numbers. */
export function searchTextOf(item: SourceItem): string {
  const names = nameRoles.flatMap((role) => item[role] ?? []);
  const parts = [
    item.title,
    ...names.flatMap((name) => [nameText(name), `${name.given ?? ''} ${name.family ?? ''}`]),
    item.authority,
    yearOf(item)?.toString(),
    item['container-title'],
    item.publisher,
    item.number,
    item.DOI,
    item.ISBN,
    item.URL,
    item.keyword,
    item['citation-key'],
  ];
  return fold(parts.filter((part) => part !== undefined && part !== '').join('\n'));
}

/**
 * By what another entry of the same source is recognised: its DOI; a book's ISBN and volume; its title with its year and first
 * creator. What is missing is null. The title is compared without punctuation and in one style of writing.
 */
export function twinKeysOf(item: SourceItem): {
  doi: string | null;
  isbn: string | null;
  title: string | null;
} {
  const year = yearOf(item);
  const title = bare(item.title ?? '');
  const creator = bare(creatorsOf(item, 1)[0] ?? '');
  const isComplete = title !== '' && creator !== '' && year !== null;
  return {
    doi: doiOf(item.DOI ?? ''),
    isbn: item.type === 'book' ? isbnKey(item) : null,
    title: isComplete ? `${title}|${String(year)}|${creator}` : null,
  };
}

function bare(text: string): string {
  return fold(text.replaceAll(/<\/?[a-z]+>/gi, '')).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function doiOf(text: string): string | null {
  return /10\.\d{4,9}\/\S+/.exec(fold(text))?.[0] ?? null;
}

function isbnKey(item: SourceItem): string | null {
  const digits = (item.ISBN ?? '').toUpperCase().replaceAll(/[^0-9X]/g, '');
  const body = digits.length >= 13 ? digits.slice(3, 12) : digits.slice(0, 9);
  if (body.length < 9) return null;
  return `${body}|${String(item.volume ?? '')}`;
}
