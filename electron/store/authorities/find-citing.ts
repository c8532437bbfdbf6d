import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { authorities } from '../../../shared/contract/authorities.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { matchForm } from '../search/compile-query.ts';
import { COUNTED_EXACTLY } from '../search/steps.ts';

type Counts = (typeof authorities)['authorities.counts'];
type Citing = (typeof authorities)['authorities.citing'];

/** The full-text table leads, where the newest entries come first and it can stop early. */
const OTHERS = `FROM search_body CROSS JOIN search_entries e ON e.entry = search_body.rowid
  WHERE search_body MATCH ? AND e.is_trashed = 0
    AND e.record IS NOT (SELECT number FROM records WHERE id = ?)`;

/** See `authorities.counts`. */
export function countCiting(db: Database, { recordId, forms }: InputOf<Counts>): OutputOf<Counts> {
  return { others: forms.map((form) => count(db, form, recordId)) };
}

/** See `authorities.citing`. */
export function findCiting(
  db: Database,
  { recordId, form, limit }: InputOf<Citing>,
): OutputOf<Citing> {
  const records = db
    .prepare(
      `SELECT r.id, r.kind, r.title
       FROM (SELECT e.record AS record, e.entry AS entry ${OTHERS} ORDER BY search_body.rowid DESC LIMIT ?) AS found
       JOIN records r ON r.number = found.record ORDER BY found.entry DESC`,
    )
    .all(matchForm(form), recordId, limit) as { id: RecordId; kind: RecordKind; title: string }[];
  return { records, total: count(db, form, recordId) };
}

function count(db: Database, form: string, recordId: RecordId): number {
  return db
    .prepare(`SELECT count(*) FROM (SELECT 1 ${OTHERS} LIMIT ${COUNTED_EXACTLY})`)
    .pluck()
    .get(matchForm(form), recordId) as number;
}
