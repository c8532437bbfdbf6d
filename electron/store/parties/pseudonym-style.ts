import type { Database } from 'better-sqlite3';
import { PseudonymStyle } from '../../../shared/contract/parties.ts';
import type { PseudonymStyle as Style } from '../../../shared/text/parties/pseudonym.ts';

const FACT = 'pseudonym_style';

/** 何某甲 unless the workspace says otherwise: as cases are written. */
export function pseudonymStyle(db: Database): Style {
  const value = db.prepare('SELECT value FROM workspace_facts WHERE name = ?').pluck().get(FACT);
  return PseudonymStyle.safeParse(value).data ?? 'stems';
}

export function setPseudonymStyle(db: Database, style: Style): void {
  db.prepare(
    `INSERT INTO workspace_facts (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(FACT, style);
}
