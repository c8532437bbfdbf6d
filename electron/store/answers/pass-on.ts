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
): void {
  const statement = written.statement === null ? null : readStatement(written.statement);
  if (statement?.kind !== 'endorsement' || !isPassedOn(outcome)) return;
  const held = db
    .prepare<[string, string], Held>(
      `SELECT record_number AS number, revision, state, told_change FROM received_records
       WHERE sender_id = ? AND record_id = ? AND library = 'received'`,
    )
    .get(statement.original.senderId, recordId);
  // A newer text has come meanwhile: the word was about another.
  if (held === undefined || held.revision > revision) return;
  const { number } = held;
  // What this office has told the sender stands, here too.
  if (!nextStates(db, held).includes(outcome)) return;
  const wordOf = pack.sender.name;
  writeState(db, clock, { number, to: outcome, note, who: PROGRAM, packId: pack.packId, wordOf });
  const add = db.prepare(
    `INSERT OR IGNORE INTO passage_comments (id, record_number, revision, section, passage, before, after, replacement, text, name, at)
     VALUES (@id, @number, @revision, @section, @passage, @before, @after, @replacement, @text, @name, @at)`,
  );
  for (const { at, name, ...comment } of comments) {
    const from = name === '' ? pack.sender.name : `${pack.sender.name} · ${name}`;
    add.run({ ...comment, number, revision, name: from.slice(0, 100), at: Date.parse(at) });
  }
}

type Held = { number: number; revision: number; state: ReceivedState; told_change: number };

/** That it came and was taken back there says nothing new to its sender. */
function isPassedOn(outcome: ReceiptOutcome): outcome is 'accepted' | 'returned' | 'adopted' {
  return outcome === 'accepted' || outcome === 'returned' || outcome === 'adopted';
}
