import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import {
  FolderRisk,
  WorkspaceKind,
  type WorkspaceInfo,
} from '../../../shared/contract/workspace.ts';
import { prepared } from '../database/prepared.ts';

type Row = { name: string; value: string };
/** The folder and its risk that the person accepted; another folder or another risk is asked about again. */
export type AcceptedRisk = { folder: string; risk: FolderRisk };

export function writeInfo(db: Database, info: WorkspaceInfo): void {
  writeFact(db, 'id', info.id);
  writeFact(db, 'kind', info.kind);
  writeFact(db, 'name', info.name);
  writeFact(db, 'created_at', String(info.createdAt));
}

/** Fails: `workspace-damaged` if a fact is missing or the database is not the one the key file was made for. */
export function readInfo(db: Database, folder: string, expectedId: string): WorkspaceInfo {
  const facts = readFacts(db);
  const kind = WorkspaceKind.safeParse(facts.get('kind'));
  const [id, name] = [facts.get('id'), facts.get('name')];
  if (id !== expectedId || name === undefined || !kind.success) {
    throw new Failure('workspace-damaged', { reason: 'facts' });
  }
  return { id, kind: kind.data, name, createdAt: Number(facts.get('created_at')), folder };
}

export function writeAcceptedRisk(db: Database, { folder, risk }: AcceptedRisk): void {
  writeFact(db, 'accepted_risk_folder', folder);
  writeFact(db, 'accepted_risk', risk);
}

export function hasAcceptedRisk(db: Database, { folder, risk }: AcceptedRisk): boolean {
  const facts = readFacts(db);
  return facts.get('accepted_risk') === risk && facts.get('accepted_risk_folder') === folder;
}

export function readFacts(db: Database): Map<string, string> {
  const rows = prepared<Row>(db, 'SELECT name, value FROM workspace_facts').all();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

export function writeFact(db: Database, name: string, value: string): void {
  db.prepare(
    `INSERT INTO workspace_facts (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(name, value);
}
