import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { Revision } from '../../../shared/contract/revisions.ts';
import { makeRandom } from '../../bench/random.ts';
import { failsWith } from '../../support/failure.ts';
import { historyIn, textOf, type TempHistory } from '../../support/temp-history.ts';
import { openTempRecords } from '../../support/temp-records.ts';

const KEPT = 100;

describe('a long history', () => {
  const temp = openTempRecords();
  const made: TempHistory = historyIn(temp);
  const random = makeRandom(7);
  const texts: string[] = [];
  let id: RecordId;
  let all: Revision[];

  before(async () => {
    id = temp.create();
    const lines = Array.from({ length: 200 }, (_, at) => lineOf(at));
    for (let round = 0; round < KEPT; round += 1) {
      // Mostly small changes, now and then a large one.
      for (let times = round === 80 ? 150 : 1; times > 0; times -= 1) {
        lines[random.below(lines.length)] = lineOf(round * 100 + times);
      }
      texts.push(lines.join('\n'));
      await made.write(id, lines.join('\n'));
      await made.leave(id);
    }
    all = (await made.history(id)).toReversed();
  });
  after(() => temp.close());

  function lineOf(seed: number): string {
    const own = makeRandom(seed + 1);
    return Array.from({ length: 60 }, () => String.fromCodePoint(0x4e00 + own.below(3000))).join(
      '',
    );
  }
  const rows = () =>
    temp.db.prepare('SELECT id, depth, base, body FROM revisions ORDER BY id').all() as {
      id: Revision['id'];
      depth: number;
      base: number | null;
      body: Buffer;
    }[];

  it('gives every revision back as it was', async () => {
    assert.equal(all.length, KEPT);
    for (const [at, revision] of all.entries()) {
      assert.equal(textOf((await made.content(revision.id)).document), texts[at]);
    }
  });

  it('is small, and hangs on whole copies that are never far', () => {
    const bytes = rows().reduce((sum, { body }) => sum + body.length, 0);
    const text = texts.reduce((sum, one) => sum + Buffer.byteLength(one), 0);
    assert.ok(bytes < text / 6, `${String(bytes)} of ${String(text)}`);
    const depthOf = new Map(rows().map((row) => [row.id as number, row.depth]));
    // The whole copy that a row hangs on in the end.
    const copyOf = new Map<number, number>();
    const hanging = new Map<number, number>();
    for (const { id, depth, base } of rows()) {
      if (base === null) {
        copyOf.set(id, id);
        continue;
      }
      assert.equal(depthOf.get(base), depth - 1);
      const copy = copyOf.get(base) ?? base;
      copyOf.set(id, copy);
      hanging.set(copy, (hanging.get(copy) ?? 0) + 1);
    }
    assert.ok(Math.max(...hanging.values()) <= 64);
    assert.ok(hanging.size >= 2 && hanging.size <= 4, String(hanging.size));
  });

  it('loses of a damaged row what is the difference to it, says so, and can be gone on with', async () => {
    const damaged = rows().find(({ depth }) => depth === 1);
    assert.ok(damaged !== undefined);
    const body = Buffer.from(damaged.body);
    body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 0x10;
    temp.db.exec('DROP TRIGGER revisions_are_frozen');
    const put = temp.db.prepare('UPDATE revisions SET body = ? WHERE id = ?');
    put.run(body, damaged.id);
    let lost = 0;
    for (const [at, revision] of all.entries()) {
      try {
        assert.equal(textOf((await made.content(revision.id)).document), texts[at]);
      } catch (error) {
        failsWith('revision-damaged')(error);
        lost += 1;
      }
    }
    assert.ok(lost >= 1 && lost <= 8, String(lost));
    // Another text in its place, sound in itself, is recognised too.
    const [copy, next] = rows();
    assert.ok(copy !== undefined && next !== undefined);
    const other = Buffer.from(JSON.stringify({ title: '偷换的' }));
    put.run(deflateRawSync(other), copy.id);
    for (const { id: changed } of [copy, next]) {
      await assert.rejects(made.content(changed), failsWith('revision-damaged'));
    }
    // All of them damaged: the list is there, the text is there, and the next one is whole again.
    for (const row of rows()) put.run(Buffer.from('damaged'), row.id);
    await made.write(id, '写在损坏之后。');
    await made.leave(id);
    const [latest] = await made.history(id);
    assert.ok(latest !== undefined);
    assert.equal(textOf((await made.content(latest.id)).document), '写在损坏之后。');
    assert.throws(
      () => revisionsHandlers['revisions.get'](temp.context, { id: all[0]?.id ?? (0 as never) }),
      failsWith('revision-damaged'),
    );
  });
});
