import type { Database } from 'better-sqlite3';
import type { StoreContext } from '../../electron/store/context.ts';
import { insertOffice } from '../../electron/store/registry/office-row.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { RegionCode } from '../../shared/contract/registry.ts';
import { enrolOffice } from '../support/temp-desk.ts';
import { cheapOptions, testPassphrase } from '../support/temp-workspace.ts';
import { fillLibrary } from './list-library.ts';
import { makeRandom } from './random.ts';

export const POINTS = 80;
export const RECORDS = 100_000;
const MONTHS = 24;

export async function makeDesk(folder: string): Promise<StoreContext> {
  const context: StoreContext = { clock: Date.now, open: null };
  const wanted = {
    folder,
    kind: 'desk' as const,
    name: '知识产权检察厅',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true as const,
    acceptsFolderRisk: false,
  };
  await createWorkspace(context, wanted, cheapOptions);
  return context;
}

/** 80 linked points in all regions, each with a year of figures, and what they sent in 24 months under some 2,000 keywords. */
export function fillDesk(db: Database): void {
  const random = makeRandom(20261123);
  const now = Date.now();
  db.transaction(() => {
    for (let at = 0; at < POINTS; at += 1) {
      const region = RegionCode.options[at % RegionCode.options.length] ?? '110000';
      const id = addOffice(db, `第${at + 1}联系点人民检察院`, region, ['2024'], now);
      enrolOffice(db, `card-${at}`, `第${at + 1}联系点`);
      db.prepare('UPDATE registry_offices SET card_office_id = ? WHERE id = ?').run(
        `card-${at}`,
        id,
      );
      for (const kind of ['criminal-prosecution', 'civil', 'public-interest']) {
        db.prepare("INSERT INTO caseload_figures VALUES (?, '2025', ?, ?)").run(
          id,
          kind,
          random.below(400),
        );
      }
    }
  }).immediate();
  fillLibrary(db, RECORDS);
  const begin = now - MONTHS * 30.4 * 86_400_000;
  const pack = db.prepare(
    `INSERT INTO packs_received (number, pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash,
       created_at, received_at, file_name, highest_marking, contents)
     VALUES (@number, 'pack ' || @number, 'submission', @sender, '', '', @sender, 'e', @number, '', @at, @at, '', 'internal', @contents)`,
  );
  const keywords = db.prepare('UPDATE records SET keywords = ? WHERE number = ?');
  const receive = db.prepare(
    `INSERT INTO received_records (record_number, library, sender_id, record_id, kind, revision, sha256, pack_number, received_at, state, state_at)
     VALUES (@number, 'received', @sender, @number, (SELECT kind FROM records WHERE number = @number), 1, '', @pack, @at, @state, @at)`,
  );
  const states = ['received', 'accepted', 'returned', 'adopted'];
  const change = db.prepare(
    `INSERT INTO received_changes (record_number, before, after, at, who, pack_id) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const tell = db.prepare('UPDATE received_records SET told_change = ? WHERE record_number = ?');
  const answer = db.prepare('INSERT INTO packs_answered VALUES (?, ?)');
  db.transaction(() => {
    let sender = '';
    for (let number = 1; number <= RECORDS; number += 1) {
      const at = Math.floor(begin + random.next() * (now - begin));
      // A pack carries ten records.
      if (number % 10 === 1) {
        sender = `card-${random.below(POINTS)}`;
        const named = Array.from({ length: 10 }, (_, place) => contentNumbered(number + place));
        pack.run({ number, sender, at, contents: JSON.stringify(named) });
        if (random.below(100) > 0) answer.run(number, `receipt ${String(number)}`);
      }
      const state = random.pick(states);
      const chosen = [0, 1, 2, 3].map(() => `关键词${Math.floor(2000 * random.next() ** 3)}`);
      keywords.run(JSON.stringify(chosen), number);
      receive.run({
        number,
        sender,
        pack: number - ((number - 1) % 10),
        at,
        state,
      });
      change.run(number, null, 'received', at, 'program', `pack ${String(number)}`);
      if (state !== 'received') change.run(number, 'received', state, at + 86_400_000, '', null);
      const last = Number(db.prepare('SELECT last_insert_rowid()').pluck().get());
      // A receipt has told of nearly all.
      if (random.below(100) > 0) tell.run(last, number);
    }
  }).immediate();
}

function contentNumbered(number: number): object {
  const id = String(number);
  return { id, kind: 'typical-case', title: '岑岭云雾茶包装案', revision: 1, attachments: [] };
}

export function addOffice(
  db: Database,
  name: string,
  region: RegionCode,
  batches: '2024'[],
  now: number,
): string {
  const fields = { level: null, provincial: '', demonstrationZone: '', contacts: [], notes: '' };
  return insertOffice(db, { ...fields, name, region, batches }, now);
}
