import type { Database } from 'better-sqlite3';
import { readStatement, statementText } from '../../../shared/packs/statement.ts';
import type { PackJson } from '../packs/pack-json.ts';

/**
 * What a withdrawal leaves of a record beside its row: its title in lists of packs, what was said of it when it was forwarded, words of it in
 * answers, and the originals in which it lies, which cannot be forwarded without it. Answers the packs of this office that carried it.
 */
export function forgetForwarded(db: Database, senderId: string, recordId: string): string[] {
  forgetOriginals(db, senderId, recordId);
  const said = { senderId, recordId };
  const endorsedIn = db
    .prepare<[typeof said], string>(
      'SELECT pack_id FROM endorsed_records WHERE sender_id = @senderId AND record_id = @recordId',
    )
    .pluck()
    .all(said) as string[];
  db.prepare(
    `UPDATE endorsed_records SET text = '' WHERE sender_id = @senderId AND record_id = @recordId`,
  ).run(said);
  for (const packId of endorsedIn) {
    db.prepare(
      `UPDATE answers_taken SET note = '', comments = '[]' WHERE pack_id = ? AND record_id = ?`,
    ).run(packId, recordId);
    forgetNamesIn(db, { table: 'packs_written', key: 'pack_id', value: packId }, recordId);
  }
  const received = db
    .prepare<[typeof said], number>(
      `SELECT number FROM packs_received WHERE sender_id = @senderId
         OR number IN (SELECT pack_number FROM endorsed_packs WHERE sender_id = @senderId)`,
    )
    .pluck()
    .all(said) as number[];
  for (const number of received) {
    forgetNamesIn(db, { table: 'packs_received', key: 'number', value: number }, recordId);
  }
  return endorsedIn;
}

function forgetOriginals(db: Database, senderId: string, recordId: string): void {
  db.prepare(
    `DELETE FROM original_files WHERE pack_number IN (
       SELECT number FROM packs_received WHERE sender_id = ? AND kind <> 'withdrawal' AND EXISTS (
         SELECT 1 FROM json_each(contents) AS one WHERE json_extract(one.value, '$.id') = ?))`,
  ).run(senderId, recordId);
}

type Place =
  | { table: 'packs_written'; key: 'pack_id'; value: string }
  | { table: 'packs_received'; key: 'number'; value: number };

/** Titles and names of files, and what an endorsement said of the record. */
function forgetNamesIn(db: Database, { table, key, value }: Place, recordId: string): void {
  const row = db
    .prepare<[string | number], { contents: string; statement: string | null }>(
      `SELECT contents, statement FROM ${table} WHERE ${key} = ?`,
    )
    .get(value);
  if (row === undefined || !row.contents.includes(recordId)) return;
  const contents = (JSON.parse(row.contents) as PackJson['contents']).map((one) =>
    one.id === recordId ? { ...one, title: '—', attachments: [] } : one,
  );
  db.prepare(`UPDATE ${table} SET contents = ?, statement = ? WHERE ${key} = ?`).run(
    JSON.stringify(contents),
    withoutOpinion(row.statement, recordId),
    value,
  );
}

function withoutOpinion(text: string | null, recordId: string): string | null {
  const statement = text === null ? null : readStatement(text);
  if (statement?.kind !== 'endorsement') return text;
  const opinions = statement.opinions.map((one) =>
    one.recordId === recordId ? { ...one, text: '' } : one,
  );
  return statementText({ ...statement, opinions });
}
