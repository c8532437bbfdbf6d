import assert from 'node:assert/strict';
import { collectReleased } from '../../../electron/store/attachments/collect-released.ts';
import { readContent } from '../../../electron/store/attachments/read-content.ts';
import { sha256 } from './files.ts';
import { keyOf, type Held, type Office, type RecordKey, type Trial } from './model.ts';
import { storyOf } from './story.ts';

type HeldRow = {
  sender_id: string;
  record_id: string;
  state: string;
  number: number;
  sha256: string;
  revision: number;
  title: string;
  document: string;
  pack_id: string;
};

/** What an office holds is what came: each record once, the very text that was sent, and the files that went with it. */
export function checkHeld(trial: Trial, office: Office): void {
  const rows = office.db
    .prepare<[], HeldRow>(
      `SELECT received_records.sender_id, record_id, state, records.number, sha256, received_records.revision, title, document, pack_id
       FROM received_records JOIN records ON records.number = record_number JOIN packs_received ON packs_received.number = pack_number
       WHERE library = 'received'`,
    )
    .all();
  const filesOf = filesHere(office);
  const indexOf = new Map(trial.offices.map(({ id, index }) => [id, index]));
  const found = new Map(
    rows.map((row) => [keyOf(indexOf.get(row.sender_id) ?? -1, row.record_id), row]),
  );
  const where = `held by ${String(office.index)}`;
  assert.equal(found.size, rows.length, `${where}: nothing twice`);
  for (const key of new Set([...found.keys(), ...office.life.held.keys()])) {
    if (found.has(key) === office.life.held.has(key)) continue;
    const isHere = found.has(key) ? 'is here' : 'is not here';
    assert.fail([`${where}: ${key} ${isHere}`, ...storyOf(trial, key)].join('\n'));
  }
  const texts = office.db
    .prepare('SELECT count(*) FROM records WHERE status IS NULL')
    .pluck()
    .get();
  const guidance = checkGuidance(trial, office);
  assert.equal(texts, rows.length + guidance, `${where}: as many texts as records`);
  for (const [key, held] of office.life.held) {
    const row = found.get(key);
    assert.ok(row);
    checkText(trial, key, held, row, where);
    assert.deepEqual(filesOf(row), filesSent(trial, key, held.n), `${where}: the files of ${key}`);
    assert.equal(row.state, held.state, `${where}: the state of ${key}`);
  }
}

/** The very bytes of `record.json` that were sent, and the text in them. */
function checkText(
  trial: Trial,
  key: RecordKey,
  { n, via }: Held,
  row: HeldRow,
  where: string,
): void {
  const [sent, bringer] = [trial.sent[n], trial.sent[via]];
  assert.ok(sent !== undefined && bringer !== undefined);
  const what = `${where}: ${key} of pack ${String(n)}`;
  assert.equal(row.pack_id, bringer.inside.pack.packId, `${what}: which pack`);
  const bytes = sent.inside.files.get(`data/records/${row.record_id}/record.json`);
  assert.ok(bytes);
  assert.equal(row.sha256, sha256(bytes), what);
  const record = JSON.parse(String(bytes)) as {
    title: string;
    revision: number;
    document: { sections: unknown };
  };
  assert.equal(row.title, record.title, what);
  assert.equal(row.revision, record.revision, what);
  const { sections } = JSON.parse(row.document) as { sections: unknown };
  assert.deepEqual(sections, record.document.sections, what);
  const words = sent.carries.get(key)?.words ?? '';
  assert.ok(row.document.includes(words), `${what}: the words`);
}

/** Notices and calls: of each the newest text that came. Answers how many there are. */
function checkGuidance(trial: Trial, office: Office): number {
  const rows = office.db
    .prepare<[], { sender: string; record: string; sha256: string }>(
      "SELECT sender_id AS sender, record_id AS record, sha256 FROM received_records WHERE library = 'guidance'",
    )
    .all();
  const indexOf = new Map(trial.offices.map(({ id, index }) => [id, index]));
  const expected = [...office.life.guidance].map(([key, n]) => {
    const [, recordId = ''] = key.split('/');
    const bytes = trial.sent[n]?.inside.files.get(`data/records/${recordId}/record.json`);
    return [key, bytes === undefined ? '' : sha256(bytes)] as const;
  });
  assert.deepEqual(
    new Map(rows.map((row) => [keyOf(indexOf.get(row.sender) ?? -1, row.record), row.sha256])),
    new Map(expected),
    `guidance at ${String(office.index)}`,
  );
  return rows.length;
}

const filesSent = (trial: Trial, key: RecordKey, n: number): string[] =>
  (trial.sent[n]?.carries.get(key)?.files ?? [])
    .map(({ name, sha256: hash }) => `${name} ${hash}`)
    .toSorted();

function filesHere({ db }: Office): (row: { number: number }) => string[] {
  const rows = db
    .prepare<[], { number: number; name: string; hash: string }>(
      'SELECT record_number AS number, name, hash FROM record_attachments WHERE removed_at IS NULL',
    )
    .all();
  const byRecord = Map.groupBy(rows, ({ number }) => number);
  return ({ number }) =>
    (byRecord.get(number) ?? []).map(({ name, hash }) => `${name} ${hash}`).toSorted();
}

/** Each file of a record that is held is the bytes that were in the pack; of what was taken back none is left. */
export async function checkFiles(trial: Trial, office: Office): Promise<void> {
  await collectReleased(office.db);
  const packed = new Map<string, Buffer>();
  for (const [key, { n }] of office.life.held) {
    const { inside } = trial.sent[n] ?? {};
    for (const { sha256: hash } of trial.sent[n]?.carries.get(key)?.files ?? []) {
      const bytes = inside?.files.get(`data/attachments/${hash}`);
      assert.ok(bytes);
      packed.set(hash, bytes);
    }
  }
  for (const [hash, bytes] of packed) {
    const chunks: Buffer[] = [];
    for await (const chunk of readContent(office.db, hash)) chunks.push(chunk);
    assert.equal(
      Buffer.compare(Buffer.concat(chunks), bytes),
      0,
      `a file at ${String(office.index)}`,
    );
  }
  const left = new Set(
    office.db.prepare<[], string>('SELECT hash FROM attachments').pluck().all() as string[],
  );
  for (const hash of takenBack(trial, office))
    assert.ok(!left.has(hash), `a file that was taken back is left at ${String(office.index)}`);
}

/** Files of records that are not held any more, unless another record has the same. */
function takenBack(trial: Trial, { life }: Office): Set<string> {
  const [gone, kept] = [new Set<string>(), new Set<string>()];
  for (const { files } of life.own.values())
    for (const { sha256: hash } of files.values()) kept.add(hash);
  for (const n of life.arrived)
    for (const [key, { files }] of trial.sent[n]?.carries ?? [])
      for (const { sha256: hash } of files) (life.held.has(key) ? kept : gone).add(hash);
  for (const hash of kept) gone.delete(hash);
  return gone;
}
