import type { Database } from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobControl, Progress } from '../../shared/contract/define.ts';
import type { RecordId, RecordKind } from '../../shared/contract/records.ts';
import { paragraphsOf, type DocumentTree } from '../../shared/document/tree.ts';
import type { OpenWorkspace, StoreContext } from '../../electron/store/context.ts';
import { migrations } from '../../electron/store/database/migrations/index.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { databaseAt } from './migrated-database.ts';

/** A real encrypted database with the records' handlers and a clock that ticks one second at each look. */
export type TempRecords = {
  db: Database;
  key: Uint8Array;
  /** An empty folder for files to import. */
  folder: string;
  context: StoreContext;
  handlers: typeof recordsHandlers;
  create(kind?: RecordKind, title?: string): RecordId;
  close(): void;
};

export function openTempRecords(): TempRecords {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-records-'));
  const { db, key, cleanUp } = databaseAt(migrations.length);
  let now = Date.UTC(2026, 10, 22, 9, 0, 0);
  // The records look at nothing of a workspace but its database and its kind; at a desk there are all kinds of records.
  const open = { db, info: { kind: 'desk' } } as OpenWorkspace;
  const context: StoreContext = { clock: () => (now += 1000), open };
  return {
    db,
    key,
    folder,
    context,
    handlers: recordsHandlers,
    create: (kind = 'typical-case', title = '林某销售假冒注册商标的商品案') =>
      (recordsHandlers['records.create'](context, { kind, title }) as { id: RecordId }).id,
    close: () => {
      cleanUp();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A job's lifeline that remembers what was reported. `after` may raise the flag of cancelling. */
export function recordingControl(
  after: (progress: Progress, cancel: () => void) => void = () => {},
): JobControl & { reports: Progress[] } {
  const reports: Progress[] = [];
  const signal = { aborted: false };
  const report = (progress: Progress) => {
    reports.push(progress);
    after(progress, () => (signal.aborted = true));
  };
  return { reports, signal, report };
}

/** A document of one section per text. */
export function documentOf(texts: Readonly<Record<string, string>>): DocumentTree {
  return {
    version: 2,
    sections: Object.entries(texts).map(([id, text]) => ({
      id,
      heading: id,
      blocks: paragraphsOf(text),
    })),
  };
}
