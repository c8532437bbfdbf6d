import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../../shared/contract/records.ts';
import { sectionText } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import { codeLists } from '../../../../shared/templates/code-lists/index.ts';
import type { CodeEntry } from '../../../../shared/templates/code-lists/code-entry.ts';
import { fold } from '../../../../shared/text/fold.ts';
import { findIdentifiers } from '../../../../shared/text/identifiers.ts';
import { readSearchable } from '../read-record.ts';

/** What is compared. `articles`: `刑法·213`; no paragraphs, and none without its law. */
export type Subject = {
  /** The record itself; null for a passage. */
  number: number | null;
  folded: string;
  charges: readonly string[];
  articles: readonly string[];
  rightTypes: readonly string[];
};

/** Fails: `record-not-found`. */
export function subjectOfRecord(db: Database, id: RecordId): Subject {
  const number = db.prepare('SELECT number FROM records WHERE id = ?').pluck().get(id) as
    | number
    | undefined;
  const record = number === undefined ? undefined : readSearchable(db, number);
  if (number === undefined || record === undefined) throw new Failure('record-not-found');
  // Without the headings: every case has the same.
  const folded = fold(
    [record.title, ...record.keywords, ...record.document.sections.map(sectionText)]
      .join('\n')
      .toWellFormed(),
  );
  const marks = db
    .prepare(
      "SELECT list, code FROM record_marks WHERE number = ? AND list IN ('charge', 'right-type')",
    )
    .raw()
    .all(number) as [string, string][];
  const of = (list: string) => marks.filter(([one]) => one === list).map(([, code]) => code);
  const charges = of('charge');
  return {
    number,
    folded,
    // A record whose fields are not filled in still names its charge.
    charges: charges.length > 0 ? charges : namedIn(folded, 'charge'),
    articles: articlesIn(folded),
    rightTypes: of('right-type'),
  };
}

/** Somebody's text that is in no record. */
export function subjectOfPassage(text: string): Subject {
  const folded = fold(text.toWellFormed());
  return {
    number: null,
    folded,
    charges: namedIn(folded, 'charge'),
    articles: articlesIn(folded),
    rightTypes: namedIn(folded, 'right-type'),
  };
}

/** Shipped entries whose whole name stands in a text, and in no longer name that stands there. */
function namedIn(folded: string, list: 'charge' | 'right-type'): string[] {
  const entries: readonly CodeEntry[] = codeLists[list];
  const named = entries
    .map(({ code, name }) => ({ code, name: fold(name['zh-CN']) }))
    .toSorted((one, other) => other.name.length - one.name.length);
  let rest = folded;
  const found: string[] = [];
  for (const { code, name } of named) {
    if (!rest.includes(name)) continue;
    found.push(code);
    rest = rest.replaceAll(name, '\n');
  }
  return found;
}

const articleForm = /^§条([^·]+)·([0-9]+(?:之[0-9]+)?)$/u;

function articlesIn(folded: string): string[] {
  const found = findIdentifiers(folded).flatMap(({ form }) => {
    const match = articleForm.exec(form);
    return match === null ? [] : [`${match[1]}·${match[2]}`];
  });
  return [...new Set(found)];
}
