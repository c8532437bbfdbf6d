import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import type { TextState } from '../../../../shared/contract/attachments.ts';
import { indexTextOfPage } from './index-page.ts';
import type { FileText } from './file-text.ts';
import { isReadable } from './is-readable.ts';

/** Raise it when readers become better: every content is read again, a few at a time. */
export const READER_VERSION = 1;
const PAGES_A_STEP = 20;

export type Waiting = { hash: string; mediaType: string; sizeInBytes: number };

/** Contents that attachments have and nobody has read, the latest first. Removed attachments and trashed records count as well. */
const WAITING = `
  FROM attachments AS content
  JOIN record_attachments AS link ON link.hash = content.hash
  LEFT JOIN attachment_texts AS read ON read.hash = content.hash
  WHERE read.version IS NULL OR read.version < ${String(READER_VERSION)}`;

export function countWaiting(db: Database): number {
  return db.prepare(`SELECT count(DISTINCT content.hash) ${WAITING}`).pluck().get() as number;
}

export function nextWaiting(db: Database): Waiting | undefined {
  return db
    .prepare<[], Waiting>(
      `SELECT content.hash, link.media_type AS mediaType, content.size_in_bytes AS sizeInBytes ${WAITING}
       ORDER BY link.added_at DESC, link.id LIMIT 1`,
    )
    .get();
}

/**
 * Keeps what was read of a content. Page by page, a few to a transaction; the row that says that it was read comes last, so that
 * after a kill it is read again. What went meanwhile is not kept.
 */
export async function storeText(db: Database, hash: string, text: FileText): Promise<void> {
  if (!inTransaction(db, () => begin(db, hash))) return;
  for (let from = 0; from < text.pages.length; from += PAGES_A_STEP) {
    await turn();
    const some = text.pages.slice(from, from + PAGES_A_STEP);
    if (!db.open || !inTransaction(db, () => addPages(db, hash, some))) return;
  }
  if (db.open) finish(db, hash, text.state, text.blankPages);
}

function inTransaction(db: Database, work: () => boolean): boolean {
  return db.transaction(work).immediate();
}

/** `version` 0 until it is whole. */
function begin(db: Database, hash: string): boolean {
  if (db.prepare('SELECT 1 FROM attachments WHERE hash = ?').get(hash) === undefined) return false;
  db.prepare('DELETE FROM attachment_texts WHERE hash = ?').run(hash);
  db.prepare(
    "INSERT INTO attachment_texts (hash, version, state, blank_pages) VALUES (?, 0, 'waiting', 0)",
  ).run(hash);
  return true;
}

function addPages(db: Database, hash: string, pages: FileText['pages']): boolean {
  if (db.prepare('SELECT 1 FROM attachment_texts WHERE hash = ?').get(hash) === undefined) {
    return false;
  }
  const addPage = db.prepare('INSERT INTO attachment_pages (hash, page, text) VALUES (?, ?, ?)');
  const index = db.prepare('INSERT INTO attachment_index (rowid, text, forms) VALUES (?, ?, ?)');
  for (const { page, text } of pages) {
    const entry = addPage.run(hash, page, text).lastInsertRowid;
    const tokens = indexTextOfPage(text);
    index.run(entry, tokens.text, tokens.forms);
  }
  return true;
}

function finish(db: Database, hash: string, state: TextState, blankPages: number): void {
  db.prepare(
    'UPDATE attachment_texts SET version = ?, state = ?, blank_pages = ? WHERE hash = ?',
  ).run(READER_VERSION, state, blankPages, hash);
}

/** The kinds that nobody reads are settled at once. */
export function settleUnread(db: Database): void {
  const types = db
    .prepare(`SELECT DISTINCT content.hash, link.media_type AS mediaType ${WAITING}`)
    .all() as Pick<Waiting, 'hash' | 'mediaType'>[];
  const unread = types.filter(({ mediaType }) => !isReadable(mediaType));
  const settle = db.prepare(
    `INSERT INTO attachment_texts (hash, version, state, blank_pages) VALUES (?, ?, 'not-read', 0)
     ON CONFLICT (hash) DO UPDATE SET version = excluded.version, state = excluded.state`,
  );
  db.transaction(() => {
    for (const { hash } of unread) settle.run(hash, READER_VERSION);
  }).immediate();
}
