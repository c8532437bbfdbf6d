import type { Database } from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answersHandlers } from '../../electron/store/answers/handlers.ts';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { endorsementsHandlers } from '../../electron/store/endorsements/handlers.ts';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import { packsHandlers } from '../../electron/store/packs/handlers.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { statementText } from '../../shared/packs/statement.ts';
import { enrolOffice } from '../support/temp-desk.ts';
import { cheapOptions, testPassphrase } from '../support/temp-workspace.ts';
import { fillLibrary } from './list-library.ts';
import { makeRandom } from './random.ts';

const POINTS = 20;
const MONTHS = 24;
const RECORDS_IN_PACK = 10;
const PACKS = POINTS * MONTHS;
/** Asked again with each change that is announced. */
const PROMISED_MS = 20;
const MONTH_IN_MS = 30.4 * 86_400_000;

/**
 * A provincial office after two years: 20 points, a pack of ten records each month of each; all were forwarded and answered but those of the last month.
 * `npm run bench -- province`: how long what its pages and counts ask takes in the store.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  const context: StoreContext = { clock: Date.now, open: null };
  try {
    await createWorkspace(
      context,
      {
        folder: path.join(folder, 'workspace'),
        kind: 'province',
        name: '江岚省人民检察院',
        passphrase: testPassphrase,
        acceptsNoStateSecrets: true,
        acceptsFolderRisk: false,
      },
      cheapOptions,
    );
    fillProvince(databaseOf(context));
    await measureAll(context);
  } finally {
    context.open?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Pack = { number: number; packId: string; sender: string; at: number; ids: string[] };

function fillProvince(db: Database): void {
  const random = makeRandom(20261123);
  const begin = Date.now() - MONTHS * MONTH_IN_MS;
  const desk = randomUUID();
  fillLibrary(db, PACKS * RECORDS_IN_PACK);
  const points = Array.from({ length: POINTS }, () => randomUUID());
  db.transaction(() => {
    db.prepare("INSERT INTO attachments VALUES ('kept', 1)").run();
    for (const [at, id] of points.entries()) enrolOffice(db, id, `第${at + 1}联系点`);
    for (let number = 1; number <= PACKS; number += 1) {
      const month = Math.floor((number - 1) / POINTS);
      const pack = {
        number,
        packId: randomUUID(),
        sender: points[(number - 1) % POINTS] ?? '',
        at: Math.floor(begin + month * MONTH_IN_MS + random.next() * MONTH_IN_MS),
        ids: Array.from({ length: RECORDS_IN_PACK }, () => randomUUID()),
      };
      receive(db, pack);
      if (month < MONTHS - 1) forward(db, pack, desk, random.pick(['received', 'adopted']));
    }
  }).immediate();
}

function receive(db: Database, { number, packId, sender, at, ids }: Pack): void {
  const contents = ids.map((id) => {
    return { id, kind: 'typical-case', title: '案', revision: 1, sha256: '', attachments: [] };
  });
  const statement = { format: 'jianzhi-statement', formatVersion: 1, note: '' } as const;
  db.prepare(
    `INSERT INTO packs_received (number, pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash,
       created_at, received_at, file_name, highest_marking, contents, statement)
     VALUES (@number, @packId, 'submission', @sender, '云汀市院', '', @sender, 'e', @number, '', @at, @at, '', 'internal', @contents, @said)`,
  ).run({
    number,
    packId,
    sender,
    at,
    contents: JSON.stringify(contents),
    said: statementText({ ...statement, kind: 'submission', caseload: [] }),
  });
  for (let file = 0; file < 20; file += 1) {
    db.prepare(`INSERT INTO original_files VALUES (?, ?, 'kept', 0, 1, '', 0)`).run(
      number,
      `data/records/${String(file)}`,
    );
  }
  for (const [place, id] of ids.entries()) {
    const record = (number - 1) * RECORDS_IN_PACK + place + 1;
    db.prepare(
      `INSERT INTO received_records (record_number, library, sender_id, record_id, kind, revision, sha256, pack_number, received_at, state, state_at)
       VALUES (?, 'received', ?, ?, 'typical-case', 1, '', ?, ?, 'received', ?)`,
    ).run(record, sender, id, number, at, at);
    addChange(db, record, 'received', at, packId);
    db.prepare("INSERT INTO given_opinions VALUES (?, 1, 'recommended', '事实清楚。', '', ?)").run(
      record,
      at,
    );
  }
}

/** Forwarded, answered by the desk, and told to the point. */
function forward(
  db: Database,
  { number, packId, sender, at, ids }: Pack,
  desk: string,
  word: string,
): void {
  const endorsement = randomUUID();
  const opinions = ids.map((recordId) => {
    return { recordId, opinion: 'recommended' as const, text: '事实清楚。' };
  });
  db.prepare(
    `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence, hash, created_at, file_name, contents, statement)
     VALUES (?, 'endorsement', ?, '知识产权检察厅', 'up', 'e', ?, '', ?, 'f.jzpack',
       (SELECT contents FROM packs_received WHERE number = ?), ?)`,
  ).run(
    endorsement,
    desk,
    number,
    at,
    number,
    statementText({
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'endorsement',
      note: '',
      original: { packId, hash: '0'.repeat(64), senderId: sender },
      opinions,
    }),
  );
  db.prepare("INSERT INTO endorsements VALUES (?, ?, '知识产权检察厅', ?)").run(
    endorsement,
    number,
    at,
  );
  db.prepare('INSERT INTO packs_answered VALUES (?, ?)').run(number, packId);
  for (const [place, id] of ids.entries()) {
    const record = (number - 1) * RECORDS_IN_PACK + place + 1;
    const accepted = addChange(db, record, 'accepted', at, endorsement);
    db.prepare("INSERT INTO endorsed_records VALUES (?, ?, ?, 1, 'recommended', '', ?)").run(
      endorsement,
      sender,
      id,
      accepted,
    );
    const last = word === 'adopted' ? addChange(db, record, word, at, endorsement) : accepted;
    db.prepare(
      'UPDATE received_records SET state = ?, told_change = ? WHERE record_number = ?',
    ).run(word === 'adopted' ? word : 'accepted', last, record);
    db.prepare("INSERT INTO onward_words VALUES (?, ?, ?, '知识产权检察厅', ?, NULL, 1)").run(
      packId,
      id,
      desk,
      at,
    );
    db.prepare(
      `INSERT INTO answers_taken (office_id, office_name, pack_id, record_id, revision, outcome, note, comments, receipt_id, epoch, sequence, at, is_late)
       VALUES (?, '知识产权检察厅', ?, ?, 1, ?, '', '[]', 'r', 'e', ?, ?, 0)`,
    ).run(desk, endorsement, id, word, number, at);
  }
}

function addChange(db: Database, record: number, to: string, at: number, packId: string): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO received_changes (record_number, before, after, at, who, pack_id) VALUES (?, 'received', ?, ?, 'program', ?)`,
    )
    .run(record, to, at, packId);
  return Number(lastInsertRowid);
}

async function measureAll(context: StoreContext): Promise<void> {
  const page = { offset: 0, limit: 20 };
  const far = { offset: 400, limit: 20 };
  const db = databaseOf(context);
  const record = db
    .prepare<[], { id: string }>(
      `SELECT id FROM records WHERE number = ${String(PACKS * RECORDS_IN_PACK - 300)}`,
    )
    .get();
  const id = (record?.id ?? '') as RecordId;
  const works: [string, () => unknown][] = [
    ['counts and notices', () => answersHandlers['answers.notices'](context, {})],
    ...(['waiting', 'endorsed'] as const).map((which): [string, () => unknown] => [
      `packs: ${which}`,
      () => endorsementsHandlers['endorsements.packs'](context, { which, ...page }),
    ]),
    [
      'packs: endorsed, a page far down',
      () => endorsementsHandlers['endorsements.packs'](context, { which: 'endorsed', ...far }),
    ],
    ['received records', () => answersHandlers['received.states'](context, page)],
    [
      'received records: forwarded',
      () => answersHandlers['received.states'](context, { ...page, state: 'endorsed' }),
    ],
    [
      'received records: to be told',
      () => answersHandlers['received.states'](context, { ...page, due: 'untold' }),
    ],
    ['a received record', () => answersHandlers['received.state'](context, { id })],
    ['opinions on a record', () => endorsementsHandlers['endorsements.ofRecord'](context, { id })],
    ['receipts that are due', () => answersHandlers['receipts.due'](context, {})],
    ['packs written', () => packsHandlers['packs.list'](context, page)],
    ['packs received', () => inboxHandlers['inbox.list'](context, page)],
  ];
  for (const [what, work] of works) {
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
    const middle = times.toSorted((one, other) => one - other)[3] ?? 0;
    const isKept = middle <= PROMISED_MS;
    console.log(
      `  ${what.padEnd(40)} ${middle.toFixed(1)} ms, first ${(times[0] ?? 0).toFixed(1)}, promised ≤ ${String(PROMISED_MS)} ${isKept ? 'kept' : 'BROKEN'}`,
    );
    if (!isKept) process.exitCode = 1;
  }
}
