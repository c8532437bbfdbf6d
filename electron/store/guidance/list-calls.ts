import type { Database } from 'better-sqlite3';
import type { Call } from '../../../shared/contract/guidance.ts';
import { DAY_IN_MS } from '../answers/deadlines.ts';
import type { Clock } from '../context.ts';
import { storedFields } from '../records/stored-fields.ts';
import { officesSentTo } from './offices-sent-to.ts';

type Row = {
  id: Call['id'];
  title: string;
  keywords: string;
  fields: string;
  /** Of one that came: its id at its sender, and who that is. */
  recordId: string | null;
  senderName: string | null;
  written: number;
  submitted: number;
  inRevision: number;
  came: number;
  cameFrom: number;
};

const MOST = 500;
const BEIJING_IN_MS = 8 * 60 * 60 * 1000;

/** See `guidance.calls`. */
export function listCalls(db: Database, clock: Clock): Call[] {
  const marked = `SELECT number FROM record_marks WHERE list = 'call' AND code = called.callId`;
  const own = `SELECT count(*) FROM records AS own WHERE own.trashed_at IS NULL AND own.number IN (${marked})
    AND own.number NOT IN (SELECT record_number FROM received_records)`;
  // Not by the status alone: what was submitted may be a draft again, and what a reviewer returned may never have left.
  const wasSubmitted =
    "EXISTS (SELECT 1 FROM status_changes WHERE record_number = own.number AND after = 'submitted')";
  const came = `FROM received_records AS answer WHERE answer.library = 'received' AND answer.record_number IN (${marked})`;
  const rows = db
    .prepare<[number], Row>(
      `WITH called AS (
         SELECT records.id, title, keywords, fields, records.number, received.record_id AS recordId,
           ifnull(received.record_id, records.id) AS callId, pack.sender_name AS senderName
         FROM records LEFT JOIN received_records AS received ON received.record_number = records.number
         LEFT JOIN packs_received AS pack ON pack.number = received.pack_number
         WHERE records.kind = 'call' AND trashed_at IS NULL AND ifnull(received.library, 'guidance') = 'guidance'
         ORDER BY records.number DESC LIMIT ?)
       SELECT id, title, keywords, fields, recordId, senderName,
         (${own}) AS written,
         (${own} AND ${wasSubmitted}) AS submitted,
         (${own} AND ${wasSubmitted} AND own.status IN ('returned', 'draft', 'in-review', 'approved')) AS inRevision,
         (SELECT count(*) ${came}) AS came,
         (SELECT count(DISTINCT sender_id) ${came}) AS cameFrom
       FROM called`,
    )
    .all(MOST);
  const today = dayOf(clock());
  return rows
    .map((row) => {
      const { due, wanted, standing } = storedFields(row.fields);
      return {
        id: row.id,
        callId: row.recordId ?? row.id,
        title: row.title,
        themes: JSON.parse(row.keywords) as string[],
        wanted: wanted ?? [],
        isOwn: row.recordId === null,
        senderName: row.senderName ?? '',
        due: due ?? null,
        daysLeft: due === undefined ? null : dayNumber(due) - today,
        standing: standing ?? null,
        written: row.written,
        submitted: row.submitted,
        inRevision: row.inRevision,
        came: row.came,
        cameFrom: row.cameFrom,
        sentTo: row.recordId === null ? officesSentTo(db, row.id).size : 0,
      };
    })
    .toSorted(byUrgency);
}

/** What is open comes first, then what was due first; what has no last day after what has one. */
function byUrgency(one: Call, other: Call): number {
  const rank = ({ standing, daysLeft }: Call) =>
    standing !== null ? 3 : daysLeft === null ? 1 : daysLeft < 0 ? 2 : 0;
  const dayed = ({ daysLeft }: Call) => daysLeft ?? 0;
  const [a, b] = [rank(one), rank(other)];
  if (a !== b) return a - b;
  // Of what is over, the latest first.
  return a >= 2 ? dayed(other) - dayed(one) : dayed(one) - dayed(other);
}

/** Days since 1970 in Beijing, whose calendar the day of a call is of. */
function dayOf(instant: number): number {
  return Math.floor((instant + BEIJING_IN_MS) / DAY_IN_MS);
}

function dayNumber(day: string): number {
  return Math.floor(Date.parse(day) / DAY_IN_MS);
}
