import type { Database } from 'better-sqlite3';
import type { PrecedentSearch } from '../../../shared/contract/precedent-reports.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import { fold } from '../../../shared/text/fold.ts';
import {
  namesAmong,
  wordsOfQuery,
  type HiddenName,
} from '../../../shared/text/parties/hide-names.ts';
import { withShortForms } from '../../../shared/preflight/with-short-forms.ts';
import { namedParties } from '../../../shared/text/parties/named-parties.ts';
import { basePseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { matterOf } from '../parties/matter.ts';
import { nameKey, partiesOf } from '../parties/party-row.ts';
import { storedDocument } from '../records/record-row.ts';

/** Whom a matter is about by its own text, whether they are in a table yet or not. */
export function namedIn(db: Database, number: number): string[] {
  const row = db.prepare('SELECT title, document FROM records WHERE number = ?').get(number) as {
    title: string;
    document: string;
  };
  const text = [row.title, ...storedDocument(row.document).sections.map(sectionText)].join('\n');
  return namedParties(text)
    .filter(({ role }) => role !== 'witness' && role !== 'expert')
    .map(({ name }) => name);
}

/**
 * Every name that must not be read in a report, and what stands for it: the parties of the report and of its matter, whom the
 * matter's text names, whom the searches for parties look for, and the short forms of the companies among them. Words that are the matter's own topics are no names.
 */
export function hiddenNames(
  db: Database,
  { report, matter }: { report: number | null; matter: number | null },
  searches: readonly Pick<PrecedentSearch, 'purpose' | 'query'>[],
): HiddenName[] {
  const numbers = [report, matter].flatMap((number) =>
    number === null ? [] : matterOf(db, number),
  );
  const known: HiddenName[] = partiesOf(db, [...new Set(numbers)]);
  const named = matter === null ? [] : namedIn(db, matter);
  const words = searches
    .filter(({ purpose }) => purpose === 'party')
    .flatMap(({ query }) => wordsOfQuery(query));
  const topics = topicsOf(db, numbers);
  const asked = namesAmong(words).filter(({ name }) => !topics.some((one) => one.includes(name)));
  const all = [
    ...known,
    ...named.map((name) => ({ name, pseudonym: basePseudonym(name) })),
    ...asked,
  ];
  const first = new Map<string, HiddenName>();
  for (const { name, pseudonym } of all) {
    if (!first.has(nameKey(name))) first.set(nameKey(name), { name, pseudonym });
  }
  // As texts go on to call a company.
  return withShortForms([...first.values()].map((one) => ({ ...one, isMinor: false })));
}

function topicsOf(db: Database, numbers: readonly number[]): string[] {
  const keywords = db
    .prepare(
      `SELECT value FROM records, json_each(keywords) WHERE number IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(numbers)) as string[];
  return [...keywords, '商标专利著作权商业秘密计算机软件植物新品种地理标志'].map(fold);
}
