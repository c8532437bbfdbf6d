import type { Database } from 'better-sqlite3';
import {
  PrecedentSearch,
  type HitChange,
  type PrecedentHit,
  type PrecedentSearchId,
  type SearchPurpose,
  type Verdict,
} from '../../../shared/contract/precedent-reports.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';

export const REPORT_KIND: RecordKind = 'precedent-search-report';

export type ReportRow = {
  number: number;
  title: string;
  matterNumber: number | null;
  matterId: RecordId | null;
  matterTitle: string | null;
  hasRun: number;
  writtenAt: number | null;
  writtenHash: Buffer | null;
};

/** A record of the kind is a report, also one that nobody has searched for yet. Fails: `record-not-found`, `record-no-report`. */
export function findReport(db: Database, id: RecordId): ReportRow {
  const row = db
    .prepare(
      `SELECT r.number, r.kind, r.title, matter_number AS matterNumber, m.id AS matterId, m.title AS matterTitle,
         ifnull(has_run, 0) AS hasRun, written_at AS writtenAt, written_hash AS writtenHash
       FROM records r LEFT JOIN precedent_reports p ON report_number = r.number
       LEFT JOIN records m ON m.number = matter_number WHERE r.id = ?`,
    )
    .get(id) as (ReportRow & { kind: RecordKind }) | undefined;
  if (row === undefined) throw new Failure('record-not-found');
  if (row.kind !== REPORT_KIND) throw new Failure('record-no-report');
  return row;
}

/** One that may be written to. Fails as `findReport`, and: `record-in-trash`. */
export function writableReport(db: Database, id: RecordId): ReportRow {
  const row = findReport(db, id);
  const isTrashed = db.prepare('SELECT trashed_at IS NOT NULL FROM records WHERE number = ?');
  if (isTrashed.pluck().get(row.number) === 1) throw new Failure('record-in-trash');
  return row;
}

type SearchRow = {
  id: PrecedentSearchId;
  purpose: SearchPurpose;
  query: string;
  kinds: string;
  ranAt: number | null;
  total: number;
  isExact: number;
  searched: number;
  listed: number;
};

export function searchesOf(db: Database, report: number): PrecedentSearch[] {
  const rows = db
    .prepare(
      `SELECT id, purpose, query, kinds, ran_at AS ranAt, total, is_exact AS isExact, searched,
         (SELECT count(*) FROM precedent_finds WHERE search = id) AS listed
       FROM precedent_searches WHERE report_number = ? ORDER BY place`,
    )
    .all(report) as SearchRow[];
  return rows.map((row) =>
    PrecedentSearch.parse({
      ...row,
      kinds: JSON.parse(row.kinds) as unknown,
      isExact: row.isExact === 1,
    }),
  );
}

type HitRow = {
  id: RecordId;
  title: string;
  kind: RecordKind;
  caseNumbers: string;
  origin: string | null;
  office: string;
  isThere: number;
  isNew: number;
  isChanged: number;
  foundBy: string;
  verdict: Verdict | null;
  note: string;
};

/** In the order in which they were found first. */
export function hitsOf(db: Database, report: number): PrecedentHit[] {
  const rows = db
    .prepare(
      `SELECT found AS id, h.title, h.kind, h.case_numbers AS caseNumbers, h.origin, office, is_new AS isNew, verdict, note,
         judged_hash IS NOT NULL AND judged_hash <> seen_hash AS isChanged,
         EXISTS (SELECT 1 FROM records r WHERE r.id = found AND r.trashed_at IS NULL) AS isThere,
         (SELECT json_group_array(id) FROM (SELECT s.id FROM precedent_searches s
            JOIN precedent_finds f ON f.search = s.id AND f.found = h.found
            WHERE s.report_number = h.report_number ORDER BY s.place)) AS foundBy
       FROM precedent_hits h WHERE report_number = ? ORDER BY place, found`,
    )
    .all(report) as HitRow[];
  return rows.map((row) => {
    const foundBy = JSON.parse(row.foundBy) as PrecedentSearchId[];
    const { id, title, kind, origin, office, verdict, note } = row;
    return {
      id,
      title,
      kind,
      origin,
      office,
      verdict,
      note,
      foundBy,
      caseNumbers: JSON.parse(row.caseNumbers) as string[],
      isThere: row.isThere === 1,
      change: changeOf(row, foundBy.length > 0),
    };
  });
}

function changeOf(row: HitRow, isFound: boolean): HitChange | null {
  if (!isFound) return 'gone';
  if (row.isChanged === 1) return 'changed';
  return row.isNew === 1 ? 'new' : null;
}
