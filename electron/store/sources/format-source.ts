import citeproc from 'citeproc';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceItem } from '../../../shared/sources/csl-item.ts';
import { creatorsOf, isChinese, yearOf } from '../../../shared/sources/source-facts.ts';
import { findResource } from '../files/find-resource.ts';

type Language = 'zh-CN' | 'en-US';
type Formatter = (item: SourceItem) => string | null;

const formatters = new Map<Language, Formatter>();
/** Formatting takes a millisecond; a list of references is asked for at every change of it. */
const MOST_REMEMBERED = 5000;
const remembered = new Map<string, string>();

/**
 * The entry of a source in a list of references as GB/T 7714-2015 has it, without its number: 林某, 周某某. 题名[J]. …
 * Each entry is in the language of its source (等 or et al.), as section 8.1 of the standard asks, which one run of a CSL
 * processor cannot do with a plain CSL style.
 */
export function formatSource(item: SourceItem): string {
  const key = JSON.stringify(item);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const entry = formatterOf(isChinese(item) ? 'zh-CN' : 'en-US')(item) ?? plainEntry(item);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, entry);
  return entry;
}

function formatterOf(language: Language): Formatter {
  const known = formatters.get(language);
  if (known !== undefined) return known;
  const formatter = makeFormatter(language);
  formatters.set(language, formatter);
  return formatter;
}

/** Reading the style takes a twentieth of a second, once. */
function makeFormatter(language: Language): Formatter {
  const folder = findResource('csl');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  let current: unknown = null;
  let count = 0;
  const engine = new citeproc.Engine(
    {
      retrieveLocale: (name) => read(`locales-${name === 'zh-CN' ? 'zh-CN' : 'en-US'}.xml`),
      retrieveItem: (id) => ({ ...structuredClone(current as object), id }),
    },
    read('china-national-standard-gb-t-7714-2015-numeric.csl'),
    language,
    true,
  );
  engine.setOutputFormat('text');
  return (item) => {
    current = forProcessor(item);
    count += 1;
    try {
      // A new id each time: the processor remembers items by theirs.
      engine.updateItems([String(count)]);
      const [, entries] = engine.makeBibliography() || [null, []];
      const entry = (entries[0] ?? '').replace(/^\[1\]\s*/, '').trim();
      return entry === '' || entry.includes('[CSL STYLE ERROR') ? null : entry;
    } catch {
      return null;
    }
  };
}

/** `note` could set other members in a syntax of the processor's own; the others are not for printing. */
const notPrinted = ['id', 'note', 'annote', 'abstract', 'keyword', 'citation-key', 'categories'];

/** A judgment is the word of its court, which the style would not print. */
function forProcessor(item: SourceItem): Record<string, unknown> {
  const members = Object.entries(item).filter(([member]) => !notPrinted.includes(member));
  const printed: Record<string, unknown> = Object.fromEntries(members);
  const court = item.authority ?? '';
  if (item.type === 'legal_case' && court !== '' && (item.author ?? []).length === 0) {
    printed['author'] = [{ literal: court }];
  }
  return printed;
}

/** For what the processor cannot make sense of: a list with a plain line in it is better than no list. */
function plainEntry(item: SourceItem): string {
  const title = item.title ?? item.number ?? item.URL ?? '';
  const parts = [creatorsOf(item, 3).join(', '), String(title), String(yearOf(item) ?? '')];
  return `${parts.filter((part) => part !== '').join('. ') || '?'}.`;
}
