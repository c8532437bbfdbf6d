import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { JobControl, Progress } from '../../shared/contract/define.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';
import type { RecordFields } from '../../shared/templates/record-fields.ts';
import type { Clock, StoreContext } from '../../electron/store/context.ts';
import { migrations } from '../../electron/store/database/migrations/index.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { createOwnKeys } from '../../electron/store/points/create-own-keys.ts';

/** An office of the invented world: a real SQLite workspace in a folder of its own, without the vault around it. */
export type TestOffice = {
  context: StoreContext;
  db: Database.Database;
  id: string;
  name: string;
  folder: string;
  close: () => void;
};

export const someTime = Date.UTC(2026, 10, 22, 1, 2, 3, 456);

export function openOffice(
  name: string,
  options: { kind?: WorkspaceKind; clock?: Clock } = {},
): TestOffice {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-office-'));
  const db = new Database(join(folder, 'workspace.db'));
  const clock = options.clock ?? (() => someTime);
  db.transaction(() => {
    for (const migration of migrations) migration(db);
    createOwnKeys(db, clock);
    // These tests are about packs; test/store/review is about what may leave.
    db.prepare("INSERT INTO workspace_facts VALUES ('approval_needed', 'no')").run();
  })();
  const kind = options.kind ?? 'contact-point';
  const info = { id: randomUUID(), kind, name, createdAt: clock(), folder };
  const close = () => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context: { clock, open: { db, info, close } }, db, id: info.id, name, folder, close };
}

/** Enrols `other` at `office`, the fingerprint read from the other's own screen. */
export async function enrolAt(office: TestOffice, other: TestOffice): Promise<void> {
  const { card, fingerprint } = await pointsHandlers['points.ownCard'](other.context, {});
  await pointsHandlers['points.enrol'](office.context, { card, fingerprint });
}

type RecordDraft = {
  id?: string;
  kind?: RecordKind;
  title?: string;
  keywords?: string[];
  document?: DocumentTree;
  trashedAt?: number | null;
  fields?: Partial<RecordFields>;
};

/** Puts a record into the table as the records' own code would. */
export function addRecord(office: TestOffice, draft: RecordDraft = {}): string {
  const id = draft.id ?? randomUUID();
  office.db
    .prepare(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
         created_at, changed_at, trashed_at, source_name, source_hash, fields)
       VALUES (?, ?, ?, ?, ?, ?, 0, '', 3, ?, ?, ?, ?, NULL, ?)`,
    )
    .run(
      id,
      draft.kind ?? 'typical-case',
      draft.title ?? '林某、周某某假冒注册商标案',
      JSON.stringify(draft.keywords ?? ['假冒注册商标罪', '地理标志']),
      JSON.stringify(['（2025）岚0102刑初47号']),
      JSON.stringify(draft.document ?? teaCase()),
      someTime,
      someTime,
      draft.trashedAt ?? null,
      '林某案-内部讨论稿.docx',
      JSON.stringify(draft.fields ?? {}),
    );
  return id;
}

export function teaCase(): DocumentTree {
  return {
    version: 2,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: '“岑岭”系地理标志证明商标。林某低价购入散装茶叶，' },
              { type: 'text', text: '冒用“岑岭”包装', bold: true },
              { type: 'text', text: '对外销售。' },
            ],
          },
          {
            type: 'list',
            ordered: true,
            items: [
              { depth: 0, children: [{ type: 'text', text: '包装一万二千套' }] },
              { depth: 1, children: [{ type: 'text', text: '其中礼盒三千套' }] },
              { depth: 0, children: [{ type: 'text', text: '销售金额三十一万元' }] },
            ],
          },
        ],
      },
      {
        id: 'significance',
        heading: '典型意义',
        blocks: [
          {
            type: 'table',
            rows: [
              [{ header: true, children: [{ type: 'paragraph', children: [] }], columnSpan: 2 }],
              [
                { children: [{ type: 'paragraph', children: [{ type: 'text', text: '刑事' }] }] },
                {
                  children: [{ type: 'paragraph', children: [{ type: 'text', text: '公益诉讼' }] }],
                },
              ],
            ],
          },
        ],
      },
    ],
  };
}

export type WatchedControl = JobControl & { phases: string[]; reports: Progress[] };

/**
 * A job's lifeline that keeps what was reported. With the name of a phase it asks to stop as soon as that is reported; with a
 * function it calls that at every report.
 */
export function watchJob(at?: string | ((phase: string) => void)): WatchedControl {
  const signal = { aborted: false };
  const phases: string[] = [];
  const reports: Progress[] = [];
  return {
    signal,
    phases,
    reports,
    report(progress) {
      reports.push(progress);
      if (!phases.includes(progress.phase)) phases.push(progress.phase);
      if (typeof at === 'function') at(progress.phase);
      else if (progress.phase === at) signal.aborted = true;
    },
  };
}
