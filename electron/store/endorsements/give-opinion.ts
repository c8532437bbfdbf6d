import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { endorsements } from '../../../shared/contract/endorsements.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { refuseRevealing } from '../answers/refuse-revealing.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { whoSits } from '../answers/set-state.ts';
import type { Clock } from '../context.ts';

type Give = (typeof endorsements)['endorsements.give'];
type OfRecord = OutputOf<(typeof endorsements)['endorsements.ofRecord']>;

/** See `endorsements.give`. */
export function giveOpinion(db: Database, clock: Clock, { recordId, given }: InputOf<Give>): void {
  const give = db.transaction(() => {
    const record = db
      .prepare<[string], { number: number; revision: number }>(
        `SELECT number, received_records.revision FROM records JOIN received_records ON number = record_number
         WHERE id = ? AND library = 'received'`,
      )
      .get(recordId);
    if (record === undefined) throw new Failure('record-not-found');
    const { number, revision } = record;
    const before = givenBefore(db, number);
    if (isSame(before, given, revision)) return;
    appendAudit(db, clock, {
      action: 'opinion-given',
      subject: recordId,
      detail: {
        from: before?.opinion ?? 'none',
        to: given?.opinion ?? 'none',
        text: (before?.text ?? '') === (given?.text ?? '') ? 'same' : 'changed',
        revision,
      },
    });
    if (given === null) {
      db.prepare('DELETE FROM given_opinions WHERE record_number = ?').run(number);
      return;
    }
    refuseRevealing(db, given.text, number);
    db.prepare('INSERT OR REPLACE INTO given_opinions VALUES (?, ?, ?, ?, ?, ?)').run(
      number,
      revision,
      given.opinion,
      given.text,
      whoSits(db),
      clock(),
    );
  });
  give.immediate();
}

type Given = { opinion: string; text: string; revision: number };

function givenBefore(db: Database, number: number): Given | undefined {
  return db
    .prepare<[number], Given>(
      'SELECT opinion, text, revision FROM given_opinions WHERE record_number = ?',
    )
    .get(number);
}

function isSame(
  before: Given | undefined,
  given: InputOf<Give>['given'],
  revision: number,
): boolean {
  if (before === undefined || given === null) return before === undefined && given === null;
  const { opinion, text } = given;
  return before.opinion === opinion && before.text === text && before.revision === revision;
}

/** See `endorsements.ofRecord`. */
export function opinionsOfRecord(db: Database, { name }: WorkspaceInfo, number: number): OfRecord {
  const given = db
    .prepare<[number], NonNullable<OfRecord['given']>>(
      `SELECT opinion, text, given.at, ifnull(profiles.name, '') AS name FROM given_opinions AS given
       JOIN received_records AS held USING (record_number) LEFT JOIN profiles ON profiles.id = given.who
       WHERE record_number = ? AND given.revision = held.revision`,
    )
    .get(number);
  const came = db
    .prepare<[number], OfRecord['said'][number]>(
      `SELECT sender_name AS officeName, opinion, text, revision, received_at AS at,
         ifnull(json_extract(statement, '$.note'), '') AS note
       FROM record_opinions JOIN packs_received ON packs_received.number = pack_number
       WHERE record_number = ? ORDER BY pack_number DESC LIMIT 100`,
    )
    .all(number);
  const went = db
    .prepare<[string, number], OfRecord['said'][number]>(
      `SELECT ? AS officeName, opinion, text, said.revision, at,
         ifnull((SELECT json_extract(statement, '$.note') FROM packs_written WHERE packs_written.pack_id = said.pack_id), '') AS note
       FROM endorsed_records AS said JOIN endorsements USING (pack_id)
       JOIN received_records AS held ON held.sender_id = said.sender_id AND held.record_id = said.record_id
       WHERE held.record_number = ? ORDER BY at DESC LIMIT 100`,
    )
    .all(name, number);
  return { given: given ?? null, said: [...came, ...went] };
}
