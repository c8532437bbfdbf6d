import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { collectReleased } from '../../../electron/store/attachments/collect-released.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { makeRandom } from '../../bench/random.ts';
import { rawZip, zipEntries } from '../../support/forge.ts';
import { attacks, seal } from '../../support/hostile-packs.ts';
import { openHostileScene, type Scene } from '../../support/hostile-scene.ts';
import { statementAttacks } from '../../support/hostile-statements.ts';
import { watchJob } from '../../support/office.ts';
import { digestsOf, filesOf } from '../../support/trial/mail.ts';

/** How many hostile packs; a longer night: `JIANZHI_HOSTILE=10000 node --test test/store/packs/hostile.test.ts`. A seed replays one. */
const PACKS = Number(process.env['JIANZHI_HOSTILE'] ?? 500);
/** Where a slice of a long run begins. */
const FIRST = Number(process.env['JIANZHI_HOSTILE_FROM'] ?? 0);
const ONE = process.env['JIANZHI_SEED'];
/** What no file may hold in clear while a pack is looked at. */
const SECRET = '岑岭云雾茶包装案';
/** More than this is not taken by looking at one, nor kept after looking at all. */
const MEMORY_IN_BYTES = 300 * 1024 ** 2;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const every = { ...attacks, ...statementAttacks };
const names = Object.keys(every);

/** Each goes the whole way through the inbox, as the window brings it: looked at, then taken in. */
describe('hostile packs', () => {
  const root = mkdtempSync(join(tmpdir(), 'jianzhi-hostile-'));
  const [inbox, temporary] = [join(root, 'inbox'), join(root, 'temporary')];
  const file = join(inbox, 'in.jzpack');
  const codes = new Map<string, number>();
  let scene: Scene;
  let close: () => void;
  let untouched: string;
  let lines: number;
  let most = 0;

  before(async () => {
    [inbox, temporary].forEach((folder) => mkdirSync(folder));
    ({ scene, close } = await openHostileScene(root, SECRET));
    // From here on, whatever asks for a temporary file gets it where it is seen.
    process.env['TMPDIR'] = temporary;
    untouched = stateOf();
    lines = countLines();
  });
  after(() => {
    close();
    rmSync(root, { recursive: true, force: true });
  });

  const countLines = () =>
    scene.desk.db.prepare('SELECT count(*) FROM audit').pluck().get() as number;
  const stateOf = () =>
    [
      JSON.stringify(digestsOf(scene.desk.db, ['audit'])),
      ...filesOf(scene.desk.folder),
      ...filesOf(temporary),
    ].join();

  /** Nothing of what is inside is plain in any file, now: neither in the workspace, its journal and quarantine, nor among temporary files. */
  function seeNothingPlain(): void {
    for (const folder of [scene.desk.folder, temporary])
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile()) assert.ok(!readFileSync(path).includes(SECRET), path);
      }
  }

  function control(isWatched: boolean): JobControl {
    const watch = watchJob();
    if (isWatched) collectGarbage();
    const atFirst = process.memoryUsage().rss;
    const report: JobControl['report'] = (progress) => {
      if (isWatched) seeNothingPlain();
      most = Math.max(most, process.memoryUsage().rss - atFirst);
      watch.report(progress);
    };
    return { signal: watch.signal, report };
  }

  const outcomeOf = (work: () => Promise<{ state: string } | { place: { state: string } }>) =>
    work().then(
      (done) => ('place' in done ? done.place.state : done.state),
      (error: unknown) => {
        if (error instanceof Failure) return error.code;
        throw error;
      },
    );

  /** Answers the code under which a pack was refused. */
  async function bring(seed: number): Promise<string> {
    const attack = every[names[seed % names.length] ?? ''];
    assert.ok(attack);
    writeFileSync(file, await attack(scene, makeRandom(seed)));
    const isWatched = seed % 10 === 0;
    const { context } = scene.desk;
    // Of every kind of attack some.
    const isLookedAt = Math.floor(seed / names.length) % 3 === 0;
    const looked = isLookedAt
      ? await outcomeOf(async () =>
          inboxHandlers['inbox.look'](context, { file }, control(isWatched)),
        )
      : 'new';
    if (isLookedAt) assert.equal(stateOf(), untouched, 'looking changed something');
    assert.equal(countLines(), lines, 'looking is no event');
    const code = await outcomeOf(async () =>
      inboxHandlers['inbox.takeIn'](context, { file }, control(isWatched)),
    );
    // What is sound by itself and refused for what it says is seen only when it is taken in.
    if (looked !== 'new') assert.equal(looked, code);
    return code;
  }

  /** What a refusal leaves: one line in the trail, with its code, and nothing else. */
  async function seeItGone(code: string, what: string): Promise<void> {
    await collectReleased(scene.desk.db);
    assert.equal(stateOf(), untouched, what);
    const last = scene.desk.db
      .prepare<[], { action: string; detail: string }>(
        'SELECT action, detail FROM audit ORDER BY number DESC LIMIT 1',
      )
      .get();
    assert.equal(last?.action, 'pack-refused', what);
    assert.equal((JSON.parse(last.detail) as { code: string }).code, code, what);
    lines += 1;
    assert.equal(countLines(), lines, what);
  }

  it(`are all refused, ${String(PACKS)} of them, each under a code, and leave nothing but a line in the trail`, async () => {
    const drawn = Array.from({ length: PACKS }, (_, at) => FIRST + at);
    const seeds = ONE === undefined ? drawn : [Number(ONE)];
    collectGarbage();
    const atFirst = process.memoryUsage().heapUsed;
    const started = Date.now();
    for (const seed of seeds) {
      const what = `${names[seed % names.length] ?? ''}: JIANZHI_SEED=${String(seed)}`;
      const code = await bring(seed).catch((cause: unknown) => {
        throw new Error(what, { cause });
      });
      assert.match(code, /^(?:pack|receipt|office|caseload|endorsed)-/, what);
      await seeItGone(code, what);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.ok(most < MEMORY_IN_BYTES, `${String(most)} bytes for one`);
    collectGarbage();
    const kept = process.memoryUsage().heapUsed - atFirst;
    assert.ok(kept < MEMORY_IN_BYTES, `${String(kept)} bytes kept`);
    if (ONE === undefined) assert.ok(codes.size > 15, JSON.stringify([...codes]));
    if (PACKS > 500)
      console.log(
        `${new Date().toISOString()} ${String(seeds.length)} hostile packs from ${String(FIRST)} in ${String(Date.now() - started)} ms, ` +
          `${String(most)} bytes of memory at most for one, ${String(kept)} kept: ${JSON.stringify(Object.fromEntries(codes))}`,
      );
  });

  it('do not keep good ones out, of whatever kind', async () => {
    const { office, ...drafts } = scene.drafts;
    const inOrder = Object.values(drafts).toSorted((a, b) => a.pack.sequence - b.pack.sequence);
    for (const draft of inOrder) {
      writeFileSync(file, await seal(scene.desk, rawZip(zipEntries(draft))));
      const { state } = await inboxHandlers['inbox.takeIn'](
        scene.desk.context,
        { file },
        watchJob(),
      );
      assert.equal(state, 'taken', draft.pack.kind);
    }
    // Of somebody who is no colleague.
    writeFileSync(file, await seal(scene.desk, rawZip(zipEntries(office))));
    const { place } = await inboxHandlers['inbox.look'](scene.desk.context, { file }, watchJob());
    assert.equal(place.state, 'new');
  });
});
