import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { sources } from '../../../shared/contract/sources.ts';
import { Failure } from '../../../shared/errors.ts';
import type { SourceItem } from '../../../shared/sources/csl-item.ts';
import { bareName, findPartyNames } from '../../../shared/preflight/find-party-names.ts';
import { withShortForms } from '../../../shared/preflight/with-short-forms.ts';
import { scanText } from '../../../shared/text/scan/scan-text.ts';
import { allParties } from '../parties/party-row.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { storedItem } from './source-row.ts';

type Export = (typeof sources)['sources.export'];
type Row = { id: string; item: string };

/** See `sources.export`. */
export function exportSources(
  db: Database,
  clock: Clock,
  { ids, file }: InputOf<Export>,
): OutputOf<Export> {
  const rows = ids.length === 0 ? everyRow(db) : ids.map((id) => chosenRow(db, id));
  const mayLeave = departure(db);
  const leaving = rows.filter(({ item }) => mayLeave(storedItem(item)));
  const leftOut = rows.length - leaving.length;
  const text = `${JSON.stringify(withIds(leaving), null, 2)}\n`;
  const write = db.transaction(() => {
    appendAudit(db, clock, {
      action: 'sources-exported',
      subject: '',
      detail: { count: leaving.length, ...(leftOut === 0 ? {} : { leftOut }) },
    });
    writeNewFile(file, text, 0o600);
  });
  write.immediate();
  return { exported: leaving.length, leftOut, file };
}

/** Numbers of publications look like others; nobody is found by them. */
const ofPublications = new Set([
  'id',
  'DOI',
  'ISBN',
  'ISSN',
  'PMID',
  'PMCID',
  'URL',
  'page',
  'number',
]);

/**
 * Which sources leave: not those that name a party of any record (of at least three characters: two stand too often in other words), nor
 * those with a personal number, an address or a marking.
 */
function departure(db: Database): (item: SourceItem) => boolean {
  const parties = allParties(db).filter(({ name }) => Array.from(bareName(name)).length >= 3);
  const names = withShortForms(
    parties.map(({ name, pseudonym }) => ({ name, pseudonym, isMinor: false })),
  );
  return (item) => {
    const text = stringsIn(item).join('\n');
    return (
      findPartyNames(text, names).length === 0 &&
      text.split('\n').every((line) => scanText(line, { isBeginning: false }).length === 0)
    );
  };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ofPublications.has(key) ? [] : stringsIn(inner),
  );
}

function everyRow(db: Database): Row[] {
  return db
    .prepare<[], Row>('SELECT id, item FROM sources WHERE trashed_at IS NULL ORDER BY number')
    .all();
}

/** Fails: `source-not-found`, also for one in the trash. */
function chosenRow(db: Database, id: string): Row {
  const row = db
    .prepare<[string], Row>('SELECT id, item FROM sources WHERE id = ? AND trashed_at IS NULL')
    .get(id);
  if (row === undefined) throw new Failure('source-not-found');
  return row;
}

/** Programs tell items apart by `id`: one that has none, or one that another has, goes by its own of here. */
function withIds(rows: readonly Row[]): SourceItem[] {
  const taken = new Set<string>();
  return rows.map(({ id, item }) => {
    const members = storedItem(item);
    const own = members.id === undefined ? null : String(members.id);
    const isFree = own !== null && !taken.has(own);
    taken.add(isFree ? own : id);
    if (isFree) return members;
    return own === null ? { id, ...members } : { ...members, id };
  });
}
