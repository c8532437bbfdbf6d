import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import type { JobControl } from '../../../../shared/contract/define.ts';
import { Failure } from '../../../../shared/errors.ts';
import { setIndexComplete } from '../../search/completeness.ts';
import { indexTextOfPage } from './index-page.ts';

const PAGES_A_STEP = 20;

/**
 * Empties the index of attachments and fills it from their pages; what is read meanwhile indexes itself. To be followed by the
 * rebuilding of the records' index, which calls the whole complete: stopped in between, it stays incomplete. Fails: `cancelled`.
 */
export async function reindexPages(db: Database, control: JobControl): Promise<void> {
  const last = db
    .transaction(() => {
      emptyPageIndex(db);
      return db.prepare('SELECT max(entry) FROM attachment_pages').pluck().get() as number | null;
    })
    .immediate();
  const next = db.prepare<[number, number, number], { entry: number; text: string }>(
    'SELECT entry, text FROM attachment_pages WHERE entry > ? AND entry <= ? ORDER BY entry LIMIT ?',
  );
  const index = db.prepare('INSERT INTO attachment_index (rowid, text, forms) VALUES (?, ?, ?)');
  for (let done = 0; last !== null;) {
    await turn();
    if (control.signal.aborted) throw new Failure('cancelled');
    const some = db
      .transaction(() => {
        const pages = next.all(done, last, PAGES_A_STEP);
        for (const { entry, text } of pages) {
          const tokens = indexTextOfPage(text);
          index.run(entry, tokens.text, tokens.forms);
        }
        return pages;
      })
      .immediate();
    const end = some.at(-1);
    if (end === undefined) return;
    done = end.entry;
    control.report({ done, total: last, phase: 'indexing' });
  }
}

/** Inside or outside a transaction; the index counts as incomplete from then on. */
export function emptyPageIndex(db: Database): void {
  setIndexComplete(db, false);
  db.exec("INSERT INTO attachment_index (attachment_index) VALUES ('delete-all')");
}
