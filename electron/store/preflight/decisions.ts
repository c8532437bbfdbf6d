import type { Database } from 'better-sqlite3';
import type { PreflightDecision, PreflightKind } from '../../../shared/preflight/finding.ts';
import { prepared } from '../database/prepared.ts';

/** As what the person who decided works. */
export type DeciderRole = 'officer' | 'reviewer';
export type Decision = {
  decision: PreflightDecision;
  reason: string;
  at: number;
  role: DeciderRole;
};
/** What is known of a record's decisions: those that hold, by finding, and those about the same words before a change. */
export type Decisions = {
  holding: (finding: string, content: string) => Decision | null;
  earlier: (kind: PreflightKind, textKey: string, content: string) => Decision | null;
};
type Row = {
  finding: string;
  content: string;
  kind: string;
  text_key: string;
  decision: PreflightDecision;
  reason: string;
  decided_at: number;
  role: DeciderRole;
};

export function decisionsOf(db: Database, recordNumber: number): Decisions {
  const rows = prepared<Row>(
    db,
    `SELECT finding, content, kind, text_key, decision, reason, decided_at, role FROM preflight_decisions
       WHERE record_number = ? ORDER BY decided_at`,
  ).all(recordNumber);
  const byFinding = new Map(rows.map((row) => [row.finding, row]));
  const byText = new Map(rows.map((row) => [`${row.kind} ${row.text_key}`, row]));
  return {
    holding(finding, content) {
      const row = byFinding.get(finding);
      return row === undefined || row.content !== content ? null : decisionOf(row);
    },
    earlier(kind, textKey, content) {
      const row = byText.get(`${kind} ${textKey}`);
      return row === undefined || row.content === content ? null : decisionOf(row);
    },
  };
}

function decisionOf({ decision, reason, decided_at: at, role }: Row): Decision {
  return { decision, reason, at, role };
}

export type NewDecision = {
  finding: string;
  content: string;
  kind: PreflightKind;
  textKey: string;
  decision: PreflightDecision;
  reason: string;
};

/**
 * Keeps decisions. Those about the same words elsewhere, in another file of the record say, stay; one about a text that has changed holds
 * no more and is only offered again.
 */
export function keepDecisions(
  db: Database,
  recordNumber: number,
  decisions: readonly NewDecision[],
  { now, role }: { now: number; role: DeciderRole },
): void {
  const keep = db.prepare(
    `INSERT OR REPLACE INTO preflight_decisions
       (record_number, finding, content, kind, text_key, decision, reason, decided_at, role)
     VALUES (@recordNumber, @finding, @content, @kind, @textKey, @decision, @reason, @now, @role)`,
  );
  for (const { finding, decision, reason, ...about } of decisions) {
    keep.run({ recordNumber, ...about, finding, decision, reason, now, role });
  }
}
