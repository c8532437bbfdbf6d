import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { links } from '../../../shared/contract/links.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { linkingSentences } from '../../../shared/document/record-links.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';

type List = (typeof links)['links.backlinks'];
type Row = { id: RecordId; kind: RecordKind; title: string; document: string };

const SENTENCES = 3;
const FROM = `FROM record_links l JOIN records r ON r.number = l.source
  WHERE l.target = ? AND r.trashed_at IS NULL`;

/** Who links to a record. See `links.backlinks`. */
export function listBacklinks(
  db: Database,
  { recordId, offset, limit }: InputOf<List>,
): OutputOf<List> {
  const total = db.prepare(`SELECT count(*) ${FROM}`).pluck().get(recordId) as number;
  const rows = db
    .prepare(
      `SELECT r.id, r.kind, r.title, r.document ${FROM}
       ORDER BY r.changed_at DESC, r.number DESC LIMIT ? OFFSET ?`,
    )
    .all(recordId, limit, offset) as Row[];
  const now = db.prepare('SELECT title FROM records WHERE id = ?').pluck().get(recordId) as
    | string
    | undefined;
  const items = rows.map(({ id, kind, title, document }) => {
    const sentences = linkingSentences(JSON.parse(document) as DocumentTree, recordId);
    return {
      id,
      kind,
      title,
      places: sentences.length,
      sentences: sentences.slice(0, SENTENCES).map((one) => ({ ...one, text: now ?? one.text })),
    };
  });
  return { items, offset, total };
}
