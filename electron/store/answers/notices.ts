import type { Database } from 'better-sqlite3';
import type { AnswerNotices } from '../../../shared/contract/answers.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { Clock } from '../context.ts';
import { countWaiting } from '../endorsements/list-packs.ts';
import { countUnread } from '../messages/list-threads.ts';
import { enrolledOffices } from '../points/offices.ts';
import { situationSettings } from '../situation/settings.ts';
import { openAlarms } from './contradictions.ts';
import { countDue, DAY_IN_MS } from './deadlines.ts';
import { countOwed } from './due-receipts.ts';
import { SOON_IN_MS } from './list-standing.ts';
import { unansweredPacks } from './list-answers.ts';

/** See `answers.notices`. */
export function answerNotices(db: Database, clock: Clock, info: WorkspaceInfo): AnswerNotices {
  const count = (sql: string) => db.prepare(sql).pluck().get() as number;
  const owed = countOwed(db);
  const now = clock();
  const one = { offset: 0, limit: 1 };
  return {
    owedOffices: owed.offices,
    owedPacks: owed.packs,
    ...countDue(db, now, now + SOON_IN_MS),
    returned: count(
      "SELECT count(*) FROM records WHERE status = 'returned' AND trashed_at IS NULL",
    ),
    unreadGuidance: count(
      `SELECT count(*) FROM unread_records JOIN received_records ON record_number = number WHERE library = 'guidance'`,
    ),
    unreadMessages: countUnread(db),
    unanswered: unansweredPacks(db, one).total,
    toEndorse: info.kind === 'province' ? countWaiting(db) : 0,
    alarms: openAlarms(db).length,
    silent: info.kind === 'contact-point' ? [] : silentOffices(db, now),
  };
}

/** Enrolled offices that submit and from which nothing came for as long as the settings of the situation say. */
function silentOffices(db: Database, now: number): AnswerNotices['silent'] {
  const days = situationSettings(db).silentAfterDays;
  const last = db
    .prepare('SELECT max(received_at) FROM packs_received WHERE sender_id = ?')
    .pluck();
  return enrolledOffices(db)
    .filter(({ kind }) => kind !== 'desk')
    .map(({ id, name, enrolledAt }) => {
      const at = last.get(id) as number | null;
      return { officeId: id, officeName: name, lastAt: at, days: daysSince(at ?? enrolledAt, now) };
    })
    .filter((office) => office.days >= days)
    .toSorted((one, other) => other.days - one.days || (one.officeName < other.officeName ? -1 : 1))
    .slice(0, 200);
}

function daysSince(at: number, now: number): number {
  return Math.floor((now - at) / DAY_IN_MS);
}
