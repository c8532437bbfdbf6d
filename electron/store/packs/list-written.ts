import type { Database } from 'better-sqlite3';
import type { PackContent, SentPack } from '../../../shared/contract/packs.ts';

type WrittenRow = {
  pack_id: string;
  recipient_name: string;
  sequence: number;
  created_at: number;
  file_name: string;
  contents: string;
};

/** Packs that were written before attachments could go along say nothing of them. */
function contentsOf(stored: string): PackContent[] {
  const contents = JSON.parse(stored) as (Omit<PackContent, 'attachments'> &
    Partial<Pick<PackContent, 'attachments'>>)[];
  return contents.map((content) => ({ ...content, attachments: content.attachments ?? [] }));
}

/** A page of the packs this workspace wrote, newest first. */
export function listWritten(
  db: Database,
  { offset, limit }: { offset: number; limit: number },
): { items: SentPack[]; offset: number; total: number } {
  const rows = db
    .prepare<[number, number], WrittenRow>(
      `SELECT pack_id, recipient_name, sequence, created_at, file_name, contents
       FROM packs_written ORDER BY number DESC LIMIT ? OFFSET ?`,
    )
    .all(limit, offset);
  const counted = db.prepare<[], { total: number }>('SELECT count(*) AS total FROM packs_written');
  const items = rows.map((row) => ({
    packId: row.pack_id,
    recipientName: row.recipient_name,
    sequence: row.sequence,
    createdAt: row.created_at,
    fileName: row.file_name,
    contents: contentsOf(row.contents),
  }));
  return { items, offset, total: counted.get()?.total ?? 0 };
}
