import type { Database } from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answersHandlers } from '../../electron/store/answers/handlers.ts';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { guidanceHandlers } from '../../electron/store/guidance/handlers.ts';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import { packsHandlers } from '../../electron/store/packs/handlers.ts';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { registryHandlers } from '../../electron/store/registry/handlers.ts';
import { situationHandlers } from '../../electron/store/situation/handlers.ts';
import { storeContract } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { fillDesk, makeDesk, POINTS, RECORDS } from './desk-library.ts';

const PROMISED_MS = 50;
const ON_A_PAGE = 20;
const page = { offset: 0, limit: ON_A_PAGE };

/**
 * What the pages of a desk ask while somebody works there, with 80 points and 100,000 received records: `npm run bench -- desk`. A write goes
 * before each, so that nothing is answered from memory. The baseline is what no page can do without: reading the rows of one page of 20
 * received records by their numbers, in the same database.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  try {
    const context = await makeDesk(path.join(folder, 'workspace'));
    const db = databaseOf(context);
    fillDesk(db);
    console.log(
      `desk, ${String(POINTS)} points, ${String(RECORDS)} received records, ${new Date().toISOString()}`,
    );
    const baseline = await middleOf(db, () => readOnePage(db));
    console.log(`  ${'baseline: 20 rows by their numbers'.padEnd(44)} ${baseline.toFixed(2)} ms`);
    for (const [what, work] of questions(context)) report(what, await middleOf(db, work), baseline);
    context.open?.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOnePage(db: Database): unknown {
  const read = db.prepare(
    `SELECT * FROM received_records JOIN records ON records.number = record_number
     JOIN packs_received ON packs_received.number = pack_number WHERE record_number = ?`,
  );
  return Array.from({ length: ON_A_PAGE }, (_, at) => read.get((at + 1) * 4999));
}

function questions(context: StoreContext): [string, () => unknown][] {
  const states = (asked: object) => () =>
    answersHandlers['received.states'](context, { ...page, ...asked });
  const listed = (asked: object) => () =>
    recordsHandlers['records.list'](
      context,
      storeContract['records.list'].input.parse({ library: 'received', ...asked }),
    );
  const offices = storeContract['registry.list'].input;
  const id = '01930000-0000-7000-8000-000000050000' as RecordId;
  return [
    ['received records to deal with, first page', states({})],
    ['… a page far down', states({ offset: 60_000 })],
    ['… of an office', states({ senderId: 'card-7' })],
    ['… of an office in a state', states({ senderId: 'card-7', state: 'accepted' })],
    ['… in a state', states({ state: 'received' })],
    ['… overdue', states({ due: 'overdue' })],
    ['… due soon', states({ due: 'soon' })],
    ['… to be told', states({ due: 'untold' })],
    ['a received record', () => answersHandlers['received.state'](context, { id })],
    ['library of received records, first page', listed({})],
    ['… unread', listed({ where: [{ list: 'unread', codes: ['unread'] }] })],
    ['counts of the navigation', () => recordsHandlers['records.counts'](context, {})],
    [
      'what is to be done, and who is silent',
      () => answersHandlers['answers.notices'](context, {}),
    ],
    ['receipts that are due', () => answersHandlers['receipts.due'](context, {})],
    ['calls on the first page', () => guidanceHandlers['guidance.calls'](context, {})],
    ['packs taken in', () => inboxHandlers['inbox.list'](context, page)],
    ['… of an office', () => inboxHandlers['inbox.list'](context, { ...page, senderId: 'card-7' })],
    ['missing numbers', () => inboxHandlers['inbox.gaps'](context, {})],
    ['senders', () => inboxHandlers['inbox.senders'](context, {})],
    ['packs made', () => packsHandlers['packs.list'](context, page)],
    ['registry, first page', () => registryHandlers['registry.list'](context, offices.parse({}))],
    ['registry, counts', () => registryHandlers['registry.counts'](context, {})],
    [
      'situation',
      () =>
        situationHandlers['situation.overview'](
          context,
          storeContract['situation.overview'].input.parse({ kind: 'total' }),
        ),
    ],
  ];
}

/** The median of seven, in milliseconds. */
async function middleOf(db: Database, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    db.prepare(
      'UPDATE received_records SET told_change = told_change WHERE record_number = 1',
    ).run();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((one, other) => one - other)[3] ?? 0;
}

function report(what: string, middle: number, baseline: number): void {
  const isKept = middle <= PROMISED_MS;
  console.log(
    `  ${what.padEnd(44)} ${middle.toFixed(1).padStart(7)} ms  ${(middle / baseline).toFixed(1).padStart(7)} × baseline, promised ≤ ${String(PROMISED_MS)} ms ${isKept ? 'kept' : 'BROKEN'}`,
  );
  if (!isKept) process.exitCode = 1;
}
