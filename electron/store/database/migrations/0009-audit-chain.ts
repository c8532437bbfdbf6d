import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * The audit trail as a chain: every line carries the SHA-256 of the line before (64 noughts for the first), a line feed,
 * and its own canonical JSON `{"action":…,"at":…,"detail":…,"number":…,"subject":…}`, where `detail` is the text stored.
 * Lines from before are chained in their order; what was done to them until now cannot be known.
 */
export default function auditChain(db: Database): void {
  db.exec(`
    DROP TRIGGER audit_is_append_only_update;
    DROP TRIGGER audit_is_append_only_delete;
    ALTER TABLE audit RENAME TO audit_before;
    CREATE TABLE audit (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;
    CREATE INDEX audit_by_action ON audit (action, number DESC);
    CREATE INDEX audit_by_subject ON audit (subject, number DESC);
  `);
  chain(db);
  db.exec(`
    DROP TABLE audit_before;
    CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
  `);
}

type Line = { number: number; at: number; action: string; subject: string; detail: string };

function chain(db: Database): void {
  const lines = db
    .prepare<[], Line>(
      'SELECT number, at, action, subject, detail FROM audit_before ORDER BY number',
    )
    .all();
  const insert = db.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)');
  let hash = '0'.repeat(64);
  for (const { number, at, action, subject, detail } of lines) {
    const json = JSON.stringify({ action, at, detail, number, subject });
    hash = createHash('sha256').update(`${hash}\n${json}`).digest('hex');
    insert.run(number, at, action, subject, detail, hash);
  }
}
