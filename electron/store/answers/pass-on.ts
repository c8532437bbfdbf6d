import type { Database } from 'better-sqlite3';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import { readStatement, type ReceiptOutcome } from '../../../shared/packs/statement.ts';
import type { Clock } from '../context.ts';
import type { PackJson } from '../packs/pack-json.ts';
import { nextStates, writeState } from './set-state.ts';
import { PROGRAM } from '../../../shared/contract/record-status.ts';
import type { RecordAnswer, WrittenPack } from './take-receipt.ts';

/**
 * A provincial office forwarded a record, and the desk answered: what the desk says becomes what the provincial office tells the record's
 * sender with its next receipt, remarks and all.
 */
export function passOn(
  db: Database,
  clock: Clock,
  pack: PackJson,
  written: WrittenPack,
  { recordId, revision, outcome, note, comments }: RecordAnswer,
  isLate: boolean,
): void {
  const statement = written.statement === null ? null : readStatement(written.statement);
  if (statement?.kind !== 'endorsement' || !isPassedOn(outcome)) return;
  const { senderId, packId } = statement.original;
  const held = db
    .prepare<[string, string], Held>(
      `SELECT record_number AS number, sha256, state, told_change FROM received_records
       WHERE sender_id = ? AND record_id = ? AND library = 'received'`,
    )
    .get(senderId, recordId);
  if (held === undefined) return;
  const { number } = held;
  keepRemarks(db, pack, number, { revision, comments });
  // A later word of the desk about it has come: remarks alone are new.
  if (isLate) return;
  // Another text has come meanwhile, with whatever number: the word was not about it.
  if (held.sha256 !== forwardedText(db, packId, recordId)) return;
  // What this office has told the sender stands, here too.
  if (!nextStates(db, held).includes(outcome)) return;
  const wordOf = pack.sender.name;
  // Of an original that was forwarded twice the desk says the same twice.
  if (isSaid(db, number, { after: outcome, note, wordOf })) return;
  writeState(db, clock, { number, to: outcome, note, who: PROGRAM, packId: pack.packId, wordOf });
}

/** The hash of a record in the pack that was forwarded. */
function forwardedText(db: Database, packId: string, recordId: string): unknown {
  return db
    .prepare(
      `SELECT json_extract(one.value, '$.sha256') FROM packs_received, json_each(contents) AS one
       WHERE pack_id = ? AND json_extract(one.value, '$.id') = ?`,
    )
    .pluck()
    .get(packId, recordId);
}

type Said = { after: string; note: string; wordOf: string | null };

function isSaid(db: Database, number: number, word: Said): boolean {
  const last = db
    .prepare<[number], Said>(
      'SELECT after, note, word_of AS wordOf FROM received_changes WHERE record_number = ? ORDER BY id DESC LIMIT 1',
    )
    .get(number);
  return last?.after === word.after && last.note === word.note && last.wordOf === word.wordOf;
}

/** Remarks go back to the sender whatever text they are about, as those of this office do. */
function keepRemarks(
  db: Database,
  pack: PackJson,
  number: number,
  { revision, comments }: Pick<RecordAnswer, 'revision' | 'comments'>,
): void {
  const add = db.prepare(
    `INSERT OR IGNORE INTO passage_comments (id, record_number, revision, section, passage, before, after, replacement, text, name, at)
     VALUES (@id, @number, @revision, @section, @passage, @before, @after, @replacement, @text, @name, @at)`,
  );
  for (const { at, name, ...comment } of comments) {
    const from = name === '' ? pack.sender.name : `${pack.sender.name} · ${name}`;
    add.run({ ...comment, number, revision, name: from.slice(0, 100), at: Date.parse(at) });
  }
}

type Held = { number: number; sha256: string; state: ReceivedState; told_change: number };

/** That it came and was taken back there says nothing new to its sender. */
function isPassedOn(outcome: ReceiptOutcome): outcome is 'accepted' | 'returned' | 'adopted' {
  return outcome === 'accepted' || outcome === 'returned' || outcome === 'adopted';
}
