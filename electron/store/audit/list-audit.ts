import type { Database } from 'better-sqlite3';
import type { AuditLine } from '../../../shared/contract/audit.ts';
import type { CheckedInput } from '../../../shared/contract/index.ts';
import type { StoredLine } from './chain.ts';

type Row = StoredLine & { hash: string };

/** A page of the trail, newest first. */
export function listAudit(
  db: Database,
  { action, subject, offset, limit }: CheckedInput<'audit.list'>,
): { items: AuditLine[]; offset: number; total: number } {
  const conditions = [
    ...(action === undefined ? [] : ['action = @action']),
    ...(subject === undefined ? [] : ['subject = @subject']),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const wanted = { action, subject };
  const rows = db
    .prepare<[object], Row>(
      `SELECT number, at, action, subject, detail, hash, who FROM audit ${where}
       ORDER BY number DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...wanted, limit, offset });
  const total = db
    .prepare<[object], number>(`SELECT count(*) FROM audit ${where}`)
    .pluck()
    .get(wanted);
  return { items: rows.map(toLine), offset, total: total ?? 0 };
}

export function toLine(row: Row): AuditLine {
  return { ...row, detail: JSON.parse(row.detail) as AuditLine['detail'] };
}
