import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { EndorsablePack, endorsements } from '../../../shared/contract/endorsements.ts';
import type { PackKind } from '../../../shared/packs/pack-kinds.ts';
import { readStatement } from '../../../shared/packs/statement.ts';
import { onwardOf } from '../answers/onward-words.ts';
import { shownState } from '../answers/shown-state.ts';
import type { PackJson } from '../packs/pack-json.ts';

type List = (typeof endorsements)['endorsements.packs'];
type PackRecord = EndorsablePack['records'][number];
export type OriginalRow = {
  number: number;
  packId: string;
  hash: string;
  kind: PackKind;
  senderId: string;
  senderName: string;
  sequence: number;
  receivedAt: number;
  highestMarking: EndorsablePack['highestMarking'];
  contents: string;
  statement: string | null;
};

const COLUMNS = `number, pack_id AS packId, hash, kind, sender_id AS senderId, sender_name AS senderName, sequence,
  received_at AS receivedAt, highest_marking AS highestMarking, contents, statement`;
const IS_KEPT = 'EXISTS (SELECT 1 FROM original_files WHERE pack_number = packs_received.number)';
const IS_ENDORSED =
  'EXISTS (SELECT 1 FROM endorsements WHERE original_number = packs_received.number)';
/**
 * Of a withdrawal: it takes back what went further, or what may have: a restored workspace has forgotten what it forwarded. Not where what
 * the point sent after it went further already: to a desk that saw nothing older of the point it would be the newer word.
 */
const MATTERS = `iif(kind = 'withdrawal', EXISTS (
    SELECT 1 FROM json_each(statement, '$.records') AS one
    WHERE ((SELECT count(*) FROM epochs) > 1 OR EXISTS (SELECT 1 FROM endorsed_records
        WHERE endorsed_records.sender_id = packs_received.sender_id AND record_id = json_extract(one.value, '$.recordId')))
      AND NOT EXISTS (SELECT 1 FROM endorsed_records JOIN endorsements USING (pack_id)
        WHERE endorsed_records.sender_id = packs_received.sender_id AND record_id = json_extract(one.value, '$.recordId')
          AND original_number > packs_received.number)),
  EXISTS (SELECT 1 FROM received_records WHERE pack_number = packs_received.number))`;
const CONDITIONS = {
  waiting: `${IS_KEPT} AND NOT ${IS_ENDORSED} AND ${MATTERS}`,
  endorsed: IS_ENDORSED,
};

/** See `endorsements.packs`. */
export function listPacks(db: Database, { which, offset, limit }: InputOf<List>): OutputOf<List> {
  const where = `FROM packs_received WHERE ${CONDITIONS[which]}`;
  const total = db.prepare(`SELECT count(*) ${where}`).pluck().get() as number;
  const order = which === 'waiting' ? 'number' : 'number DESC';
  const rows = db
    .prepare<[number, number], OriginalRow>(
      `SELECT ${COLUMNS} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(limit, offset);
  return { items: rows.map((row) => packOf(db, row)), offset, total };
}

/** How many packs wait to be forwarded. */
export function countWaiting(db: Database): number {
  return db
    .prepare(`SELECT count(*) FROM packs_received WHERE ${CONDITIONS.waiting}`)
    .pluck()
    .get() as number;
}

/** A pack by its id; undefined if none such came. */
export function findOriginal(db: Database, packId: string): OriginalRow | undefined {
  return db
    .prepare<[string], OriginalRow>(`SELECT ${COLUMNS} FROM packs_received WHERE pack_id = ?`)
    .get(packId);
}

function packOf(db: Database, row: OriginalRow): EndorsablePack {
  const { number, hash: _hash, contents: _contents, statement: _statement, ...facts } = row;
  const statement = row.statement === null ? null : readStatement(row.statement);
  const endorsed = db
    .prepare<[number], EndorsablePack['endorsed'][number]>(
      `SELECT pack_id AS packId, office_name AS officeName, at FROM endorsements WHERE original_number = ?
       ORDER BY at DESC, pack_id DESC`,
    )
    .all(number);
  const isKept = db.prepare(`SELECT ${IS_KEPT} FROM packs_received WHERE number = ?`).pluck();
  return {
    ...facts,
    note: statement?.note ?? '',
    records: recordsOf(db, row),
    isKept: isKept.get(number) === 1,
    endorsed,
  };
}

type Held = {
  id: PackRecord['id'];
  title: string;
  packNumber: number;
  state: PackRecord['state'];
  givenRevision: number | null;
  opinion: 'recommended' | 'not-recommended' | null;
  text: string;
  at: number;
  name: string;
};

/** The records of a pack with what was given of them; a withdrawal names those that it took back. */
export function recordsOf(db: Database, row: OriginalRow): PackRecord[] {
  const find = db.prepare<[string, string], Held>(
    `SELECT records.id, title, pack_number AS packNumber, ${shownState('held')} AS state, given.revision AS givenRevision, given.opinion, given.text,
       given.at, ifnull(profiles.name, '') AS name
     FROM received_records AS held JOIN records ON records.number = held.record_number
     LEFT JOIN given_opinions AS given USING (record_number) LEFT JOIN profiles ON profiles.id = given.who
     WHERE sender_id = ? AND record_id = ? AND library = 'received'`,
  );
  const onward = onwardOf(db, row.packId);
  return namedIn(row).map(({ id: recordId, title, kind, revision }) => {
    const held = find.get(row.senderId, recordId);
    const isCurrent = held?.packNumber === row.number;
    const isOfThis = held !== undefined && (!isCurrent || held.givenRevision === revision);
    const given =
      isOfThis && held.opinion !== null
        ? { opinion: held.opinion, text: held.text, at: held.at, name: held.name }
        : null;
    const { id = null, state = null } = held ?? {};
    return {
      recordId,
      id,
      title: held?.title ?? title,
      kind,
      revision,
      isCurrent,
      state,
      given,
      onward: onward.get(recordId) ?? [],
    };
  });
}

type Named = { id: string; title: string; kind: PackRecord['kind']; revision: number };

function namedIn({ kind, contents, statement }: OriginalRow): Named[] {
  if (kind !== 'withdrawal') return JSON.parse(contents) as PackJson['contents'];
  const said = statement === null ? null : readStatement(statement);
  if (said?.kind !== 'withdrawal') return [];
  return said.records.map(({ recordId }) => ({ id: recordId, title: '', kind: null, revision: 1 }));
}
