import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workspaceOf } from '../../../electron/store/context.ts';
import { verifyPack } from '../../../electron/store/packs/verify-pack.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { makeRandom } from '../../bench/random.ts';
import { draftPack, sealTo } from '../../support/forge.ts';
import { attacks, type Scene } from '../../support/hostile-packs.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';

/** How many hostile packs; a longer night: `JIANZHI_HOSTILE=10000 node --test test/store/packs/hostile.test.ts`. A seed replays one. */
const PACKS = Number(process.env['JIANZHI_HOSTILE'] ?? 500);
const ONE = process.env['JIANZHI_SEED'];
/** What no file may hold in clear while a pack is looked at. */
const SECRET = '岑岭云雾茶包装案';
/** More than this is not taken by looking at one, nor kept after looking at all. */
const MEMORY_IN_BYTES = 300 * 1024 ** 2;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('hostile packs', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const other = openOffice('望舒区人民检察院', { kind: 'province' });
  const stranger = openOffice('临溪县人民检察院');
  const names = Object.keys(attacks);
  const codes = new Map<string, number>();
  let scene: Scene;
  let untouched: string;
  let most = 0;

  before(async () => {
    for (const to of [desk, other]) await enrolAt(point, to);
    for (const from of [point, other]) await enrolAt(desk, from);
    const chosen = { recordIds: [addRecord(point, { title: SECRET })], attachmentIds: [] };
    const good = await draftPack(point, desk, chosen);
    const forOther = await draftPack(point, other, chosen);
    scene = { good, forOther, point, desk, other, stranger };
    untouched = stateOf();
  });
  after(() => [point, desk, other, stranger].forEach((office) => office.close()));

  function stateOf(): string {
    const count = (table: string) =>
      desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    return JSON.stringify([
      readdirSync(desk.folder)
        .filter((name) => name !== 'in.jzpack')
        .toSorted(),
      ['packs_received', 'received_records', 'records', 'attachments', 'channel_epochs'].map(count),
    ]);
  }

  /** Nothing of what is inside is plain in any file, now. */
  function seeNothingPlain(): void {
    for (const name of readdirSync(desk.folder)) {
      assert.ok(!readFileSync(join(desk.folder, name)).includes(SECRET), name);
    }
  }

  async function bring(seed: number): Promise<string> {
    const attack = attacks[names[seed % names.length] ?? ''];
    assert.ok(attack);
    const file = join(desk.folder, 'in.jzpack');
    writeFileSync(file, await attack(scene, makeRandom(seed)));
    const { db, info } = workspaceOf(desk.context);
    const watch = watchJob();
    const isWatched = seed % 10 === 0;
    if (isWatched) collectGarbage();
    const atFirst = process.memoryUsage().rss;
    const control: JobControl = {
      signal: watch.signal,
      report: (progress) => {
        if (isWatched) seeNothingPlain();
        most = Math.max(most, process.memoryUsage().rss - atFirst);
        watch.report(progress);
      },
    };
    try {
      await verifyPack(db, info, file, control);
      return 'accepted';
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    }
  }

  it(`are all refused, ${String(PACKS)} of them, each under a code, and leave nothing behind`, async () => {
    const seeds =
      ONE === undefined ? Array.from({ length: PACKS }, (_, seed) => seed) : [Number(ONE)];
    collectGarbage();
    const atFirst = process.memoryUsage().heapUsed;
    for (const seed of seeds) {
      const what = `${names[seed % names.length] ?? ''}: JIANZHI_SEED=${String(seed)}`;
      const outcome = await bring(seed).catch((cause: unknown) => {
        throw new Error(what, { cause });
      });
      assert.match(outcome, /^pack-/, what);
      assert.equal(stateOf(), untouched, what);
      codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.ok(most < MEMORY_IN_BYTES, `${String(most)} bytes for one`);
    collectGarbage();
    const kept = process.memoryUsage().heapUsed - atFirst;
    assert.ok(kept < MEMORY_IN_BYTES, `${String(kept)} bytes kept`);
    if (ONE === undefined) assert.ok(codes.size > 12, JSON.stringify([...codes]));
    if (PACKS > 500)
      console.log(
        new Date().toISOString(),
        PACKS,
        'hostile packs',
        Object.fromEntries(codes),
        most,
        'bytes at most for one',
      );
  });

  it('do not keep a good one out', async () => {
    const file = await sealTo(desk, scene.good.zip);
    const { db, info } = workspaceOf(desk.context);
    assert.equal((await verifyPack(db, info, file, watchJob())).contents[0]?.title, SECRET);
  });
});
