import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import {
  MOST_LISTED,
  type PrecedentSearch,
  type precedentReports,
} from '../../../shared/contract/precedent-reports.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { templates } from '../../../shared/templates/index.ts';
import { findInSteps } from '../search/find.ts';
import type { Steps } from '../search/steps.ts';
import { snapshotOf } from './snapshot.ts';
import { REPORT_KIND, hitsOf, searchesOf, writableReport, type ReportRow } from './report-row.ts';

type Run = (typeof precedentReports)['precedentReports.run'];
type Found = {
  search: PrecedentSearch;
  total: number;
  isExact: boolean;
  ids: RecordId[];
  searched: number;
};

/** See `precedentReports.run`. Everything is looked for first and noted in one go, so that a run that is stopped leaves no trace. */
export async function runReport(
  db: Database,
  { id, isRefresh }: InputOf<Run>,
  now: () => number,
  control: JobControl,
): Promise<OutputOf<Run>> {
  const row = writableReport(db, id);
  const wanted = searchesOf(db, row.number).filter(({ ranAt }) => isRefresh || ranAt === null);
  const found: Found[] = [];
  for (const search of wanted) {
    control.report({ done: found.length, total: wanted.length, phase: 'searching' });
    found.push(await runSearch(db, row, search, control));
  }
  control.report({ done: wanted.length, total: wanted.length, phase: 'searching' });
  const note = db.transaction(() => noteRun(db, writableReport(db, id).number, found, now()));
  return note.immediate();
}

async function runSearch(
  db: Database,
  { number, matterNumber }: ReportRow,
  search: PrecedentSearch,
  control: JobControl,
): Promise<Found> {
  const kinds = kindsOf(search);
  const except = [number, ...(matterNumber === null ? [] : [matterNumber])];
  const answer = await inSteps(
    findInSteps(db, {
      query: search.query,
      kinds,
      except,
      offset: 0,
      limit: MOST_LISTED,
      exact: true,
    }),
    control,
  );
  const searched = db
    .prepare(
      `SELECT count(*) FROM records WHERE trashed_at IS NULL AND kind IN (SELECT value FROM json_each(?))
         AND number NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .get(JSON.stringify(kinds), JSON.stringify(except)) as number;
  const ids = answer.hits.map((hit) => hit.id);
  return { search, total: answer.total, isExact: answer.isExact, ids, searched };
}

/** A report is no precedent of another. */
function kindsOf({ kinds }: PrecedentSearch): RecordKind[] {
  if (kinds.length > 0) return kinds;
  return (Object.keys(templates) as RecordKind[]).filter((kind) => kind !== REPORT_KIND);
}

async function inSteps<Value>(steps: Steps<Value>, control: JobControl): Promise<Value> {
  for (;;) {
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function noteRun(
  db: Database,
  report: number,
  found: readonly Found[],
  now: number,
): OutputOf<Run> {
  dropGone(db, report);
  const before = new Map(hitsOf(db, report).map((hit) => [hit.id, hit]));
  db.prepare('UPDATE precedent_hits SET is_new = 0 WHERE report_number = ?').run(report);
  const hasRun =
    db
      .prepare('SELECT has_run FROM precedent_reports WHERE report_number = ?')
      .pluck()
      .get(report) === 1;
  for (const one of found) noteSearch(db, report, one, now, hasRun);
  db.prepare(
    `INSERT INTO precedent_reports (report_number, has_run) VALUES (?, 1)
     ON CONFLICT (report_number) DO UPDATE SET has_run = 1`,
  ).run(report);
  const after = hitsOf(db, report);
  const isNow = (change: string) => after.filter((hit) => hit.change === change);
  return {
    searches: found.length,
    added: after.filter(({ id }) => !before.has(id)).length,
    gone: isNow('gone').filter(({ id }) => before.get(id)?.change !== 'gone').length,
    changed: isNow('changed').length,
  };
}

/** What an earlier run did not find any more, and nobody thought anything of. */
export function dropGone(db: Database, report: number): void {
  db.prepare(
    `DELETE FROM precedent_hits WHERE report_number = @report AND verdict IS NULL AND note = '' AND found NOT IN (
       SELECT found FROM precedent_finds JOIN precedent_searches ON id = search WHERE report_number = @report)`,
  ).run({ report });
}

function noteSearch(
  db: Database,
  report: number,
  found: Found,
  now: number,
  hasRun: boolean,
): void {
  const { search, total, isExact, ids, searched } = found;
  const { changes } = db
    .prepare(
      'UPDATE precedent_searches SET ran_at = ?, total = ?, is_exact = ?, searched = ? WHERE id = ? AND query = ?',
    )
    .run(now, total, isExact ? 1 : 0, searched, search.id, search.query);
  // Somebody changed or removed it meanwhile: what was found answers another question.
  if (changes === 0) return;
  db.prepare('DELETE FROM precedent_finds WHERE search = ?').run(search.id);
  const addFind = db.prepare('INSERT INTO precedent_finds (search, found) VALUES (?, ?)');
  const addHit = db.prepare(
    `INSERT INTO precedent_hits (report_number, found, place, title, kind, case_numbers, origin, office, is_new, seen_hash)
     VALUES (@report, @id, (SELECT ifnull(max(place), 0) + 1 FROM precedent_hits WHERE report_number = @report),
       @title, @kind, @caseNumbers, @origin, @office, @isNew, @hash)
     ON CONFLICT (report_number, found) DO UPDATE SET title = @title, kind = @kind, case_numbers = @caseNumbers,
       origin = @origin, office = @office, seen_hash = @hash`,
  );
  for (const id of ids) {
    const snapshot = snapshotOf(db, id);
    if (snapshot === null) continue;
    addFind.run(search.id, id);
    addHit.run({ report, id, ...snapshot, isNew: hasRun ? 1 : 0 });
  }
}
