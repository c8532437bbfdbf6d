import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toFailure } from '../../../electron/store/database/sqlite-failure.ts';
import { insertRecord } from '../../../electron/store/records/insert-record.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { recoverWorkspace } from '../../../electron/store/workspace/recover-workspace.ts';
import { databaseOf, type StoreContext } from '../../../electron/store/context.ts';
import { newDocument } from '../../../shared/templates/index.ts';
import { Failure, type FailureCode } from '../../../shared/errors.ts';
import { makeRandom, type Random } from '../../bench/random.ts';
import {
  cheapOptions,
  createTempFolder,
  createTempWorkspace,
  testPassphrase,
} from '../../support/temp-workspace.ts';

const TRIALS = Number(process.env['JIANZHI_TRIALS'] ?? 25);
const DAMAGE: readonly FailureCode[] = [
  'workspace-damaged',
  'key-file-damaged',
  'workspace-newer',
  'workspace-not-found',
  'passphrase-wrong',
  'recovery-code-wrong',
];

type Files = ReadonlyMap<string, Buffer>;

/** Disks and people damage files anywhere. Whatever they do, there is the old truth or a refusal; never rubbish, never a deletion. */
describe('a workspace of which', () => {
  const folder = createTempFolder();
  let whole: Files;
  let rows: string;
  let recoveryCode: string;
  let neighbour: Files;

  before(async () => {
    [whole, rows, recoveryCode] = await makeWorkspace();
    [neighbour] = await makeWorkspace();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What opening and reading everything comes to: `same`, or the code it is refused with. */
  async function outcome(
    files: Files,
    open: (context: StoreContext, at: string) => Promise<unknown>,
  ): Promise<string> {
    const at = join(folder, 'trial');
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at);
    for (const [name, bytes] of files) writeFileSync(join(at, name), bytes);
    const context: StoreContext = { clock: Date.now, open: null };
    try {
      await open(context, at);
      return allRows(context) === rows ? 'same' : 'other';
    } catch (error) {
      const failure = error instanceof Failure ? error : toFailure(error);
      if (failure === null) throw error;
      for (const [name, bytes] of files) {
        if (name === 'workspace.db')
          assert.ok(readFileSync(join(at, name)).equals(bytes), 'the database is as it was');
        else assert.ok(readdirSync(at).includes(name), `${name} is still there`);
      }
      return failure.code;
    } finally {
      context.open?.close();
    }
  }

  const opening = (context: StoreContext, folderOf: string) =>
    openWorkspace(
      context,
      { folder: folderOf, passphrase: testPassphrase, acceptsFolderRisk: false },
      cheapOptions,
    );
  const recovering = (context: StoreContext, folderOf: string) =>
    recoverWorkspace(
      context,
      { folder: folderOf, recoveryCode, newPassphrase: testPassphrase, acceptsFolderRisk: false },
      cheapOptions,
    );

  async function tryAll(
    names: readonly string[],
    open: typeof opening,
  ): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (let trial = 1; trial <= TRIALS; trial++) {
      const random = makeRandom(trial);
      const files = new Map(whole);
      for (const name of names)
        files.set(name, damage(whole.get(name) ?? Buffer.alloc(0), neighbour.get(name), random));
      const code = await outcome(files, open);
      assert.ok(
        code === 'same' || DAMAGE.some((known) => known === code),
        `${names.join()} ${String(trial)}: ${code}`,
      );
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    if (process.env['JIANZHI_TRIALS'] !== undefined)
      console.log(names.join(), Object.fromEntries(counts));
    return counts;
  }

  it('nothing is damaged opens', async () => {
    assert.equal(await outcome(whole, opening), 'same');
    assert.equal(await outcome(whole, recovering), 'same');
  });
  for (const name of ['key-a.json', 'key-b.json']) {
    it(`${name} is damaged opens all the same, unless the other is of another workspace`, async () => {
      const counts = await tryAll([name], opening);
      for (const code of counts.keys())
        assert.ok(['same', 'key-file-damaged'].includes(code), code);
      await tryAll([name], recovering);
    });
  }
  it('both key files are damaged opens or is refused', async () => {
    await tryAll(['key-a.json', 'key-b.json'], opening);
    await tryAll(['key-a.json', 'key-b.json'], recovering);
  });
  it('the database is damaged says so, at the opening or at the reading', async () => {
    const counts = await tryAll(['workspace.db'], opening);
    assert.ok((counts.get('same') ?? 0) < TRIALS / 5);
  });
});

/** An ordinary workspace, closed: its files, all its rows, and its recovery code. */
async function makeWorkspace(): Promise<[Files, string, string]> {
  const { context, db, folder, recoveryCode, cleanUp } = await createTempWorkspace();
  // So many that most pages hold rows: an empty index is read by nobody.
  for (let number = 0; number < 120; number++) {
    const title = `何某甲侵犯商业秘密案之${String(number)}`;
    const document = newDocument('typical-case');
    insertRecord(
      db,
      { kind: 'typical-case', title, keywords: [], caseNumbers: [], document, source: null },
      number,
    );
  }
  const rows = allRows(context);
  context.open?.close();
  const files = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]),
  );
  cleanUp();
  return [files, rows, recoveryCode];
}

/** Reads every row of every table; answers those of the records and keys, which neither opening nor recovering changes. */
function allRows(context: StoreContext): string {
  const db = databaseOf(context);
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
    )
    .all();
  // Rows alone would leave the indices unread.
  const report = db.pragma('integrity_check', { simple: true });
  if (report !== 'ok') throw new Failure('workspace-damaged');
  const read = tables.map(
    ({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()] as const,
  );
  return JSON.stringify(read.filter(([name]) => name === 'records' || name === 'own_keys'));
}

function damage(bytes: Buffer, other: Buffer | undefined, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  switch (random.below(6)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      return copy;
    case 1:
      return copy.subarray(0, at);
    case 2:
      return copy.fill(0, at, Math.min(at + 512, copy.length));
    case 3:
      return Buffer.concat([copy.subarray(0, at), Buffer.from('\0'), copy.subarray(at)]);
    case 4:
      return other ?? copy.subarray(0, 1);
    default:
      return Buffer.alloc(random.pick([0, 1, 100, 4096]), 0x7b);
  }
}
