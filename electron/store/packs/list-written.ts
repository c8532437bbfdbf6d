import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { PackContent, packs, SentPack } from '../../../shared/contract/packs.ts';
import type { PackKind } from '../../../shared/packs/pack-kinds.ts';
import { readStatement, type ReceiptOutcome } from '../../../shared/packs/statement.ts';
import { onwardOf } from '../answers/onward-words.ts';
import { isOfFormerKey } from './of-former-key.ts';
import { isKept } from './sent-copies.ts';

type List = (typeof packs)['packs.list'];
type WrittenRow = {
  pack_id: string;
  kind: PackKind;
  recipient_name: string;
  sequence: number;
  created_at: number;
  file_name: string;
  contents: string;
  statement: string | null;
  isAnswered: number;
};

/** To these an answer is expected. */
const ANSWERABLE = `kind IN ('submission', 'correction', 'withdrawal', 'endorsement')`;
const IS_ANSWERED =
  'EXISTS (SELECT 1 FROM answers_taken WHERE answers_taken.pack_id = mine.pack_id)';

/** Packs that were written before attachments could go along say nothing of them. */
function contentsOf(stored: string): PackContent[] {
  const contents = JSON.parse(stored) as (Omit<PackContent, 'attachments'> &
    Partial<Pick<PackContent, 'attachments'>>)[];
  return contents.map((content) => ({ ...content, attachments: content.attachments ?? [] }));
}

/** A page of the packs this workspace wrote, newest first, and what became of each. */
export function listWritten(
  db: Database,
  folder: string,
  { offset, limit, state, recordId }: InputOf<List>,
): OutputOf<List> {
  const conditions = [
    state === 'waiting' ? ` AND ${ANSWERABLE} AND NOT ${IS_ANSWERED}` : '',
    state === 'answered' ? ` AND ${IS_ANSWERED}` : '',
    recordId === undefined
      ? ''
      : ' AND number IN (SELECT pack_number FROM packs_of_records WHERE record_id = @recordId)',
  ].join('');
  const values = recordId === undefined ? {} : { recordId };
  const total = db
    .prepare(`SELECT count(*) FROM packs_written AS mine WHERE 1${conditions}`)
    .pluck()
    .get(values) as number;
  const rows = db
    .prepare<object, WrittenRow>(
      `SELECT pack_id, kind, recipient_name, sequence, created_at, file_name, contents, statement, ${IS_ANSWERED} AS isAnswered
       FROM packs_written AS mine WHERE 1${conditions} ORDER BY number DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit, offset });
  return { items: rows.map((row) => sentPack(db, folder, row)), offset, total };
}

function sentPack(db: Database, folder: string, row: WrittenRow): SentPack {
  const statement = row.statement === null ? null : readStatement(row.statement);
  const outcomes = outcomesOf(db, row.pack_id);
  const onward = onwardOf(db, row.pack_id);
  const isAnswerable = ['submission', 'correction', 'withdrawal', 'endorsement'].includes(row.kind);
  const withdrawn = statement?.kind === 'withdrawal' ? statement.records : [];
  return {
    packId: row.pack_id,
    kind: row.kind,
    recipientName: row.recipient_name,
    sequence: row.sequence,
    createdAt: row.created_at,
    fileName: row.file_name,
    note: statement?.note ?? '',
    answer: row.isAnswered === 1 ? 'answered' : isAnswerable ? 'waiting' : 'not-expected',
    isKept: isKept(folder, row.pack_id),
    isOfFormerKey: isOfFormerKey(db, row.pack_id),
    contents: contentsOf(row.contents).map((content) => ({
      ...content,
      outcome: outcomes.get(content.id) ?? null,
      onward: onward.get(content.id) ?? [],
    })),
    withdrawn: withdrawn.map(({ recordId }) => ({
      id: recordId,
      title: titleOf(db, recordId),
      outcome: outcomes.get(recordId) ?? null,
      onward: onward.get(recordId) ?? [],
    })),
    replaces: statement?.kind === 'correction' ? statement.replaces : [],
  };
}

/** The last word on each record of a pack. */
function outcomesOf(db: Database, packId: string): Map<string, ReceiptOutcome> {
  const rows = db
    .prepare<[string], { recordId: string; outcome: ReceiptOutcome }>(
      `SELECT record_id AS recordId, outcome FROM answers_taken
       WHERE pack_id = ? AND record_id IS NOT NULL ORDER BY is_late DESC, id`,
    )
    .all(packId);
  return new Map(rows.map(({ recordId, outcome }) => [recordId, outcome]));
}

/** Empty for one that is no longer here. */
function titleOf(db: Database, recordId: string): string {
  const title = db.prepare('SELECT title FROM records WHERE id = ?').pluck().get(recordId);
  return typeof title === 'string' ? title : '';
}
