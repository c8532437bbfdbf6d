import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { records, type FullRecord, type RecordId } from '../../../shared/contract/records.ts';
import { paragraphsOf } from '../../../shared/document/tree.ts';
import { listSamples } from '../../../electron/store/records/samples/add-samples.ts';
import { findResource } from '../../../electron/store/files/find-resource.ts';
import { failsWith } from '../../support/failure.ts';
import { openTempRecords, recordingControl, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
let samples = 0;
before(async () => {
  temp = openTempRecords();
  samples = (await listSamples()).length;
});
after(() => temp.close());
beforeEach(() => temp.db.exec('DELETE FROM records'));

const add = async (control = recordingControl()) =>
  records['records.addSamples'].output.parse(
    await temp.handlers['records.addSamples'](temp.context, {}, control),
  );
const remove = async () =>
  records['records.removeSamples'].output.parse(
    await temp.handlers['records.removeSamples'](temp.context, {}),
  );
const list = async (trashed = false) => {
  const input = records['records.list'].input.parse({ limit: 500, trashed });
  const page = await temp.handlers['records.list'](temp.context, input);
  return records['records.list'].output.parse(page).items;
};
const get = async (id: RecordId): Promise<FullRecord> =>
  await temp.handlers['records.get'](temp.context, { id });
const trash = async (id: RecordId) =>
  await temp.handlers['records.trash'](temp.context, { ids: [id] });
const firstOf = async (kind: string): Promise<RecordId> => {
  const found = (await list()).find((record) => record.kind === kind);
  assert.ok(found, kind);
  return found.id;
};
const count = (sql: string) => temp.db.prepare(sql).pluck().get();

/** Writes a word of one's own under the first heading. */
async function edit(id: RecordId): Promise<void> {
  const { saves, title, keywords, caseNumbers, document } = await get(id);
  const [first, ...rest] = document.sections;
  assert.ok(first);
  const blocks = [...paragraphsOf('自己写的一句。'), ...first.blocks];
  await temp.handlers['records.save'](temp.context, {
    id,
    saves,
    title,
    keywords,
    caseNumbers,
    document: { ...document, sections: [{ ...first, blocks }, ...rest] },
  });
}

describe('the sample library', () => {
  it('is added whole, every record marked as a sample and in the index', async () => {
    temp.create();
    assert.deepEqual(await add(), { added: samples });
    const items = await list();
    assert.equal(items.filter(({ isSample }) => isSample).length, samples);
    assert.equal(items.filter(({ isSample }) => !isSample).length, 1);
    assert.equal(count('SELECT count(*) FROM search_entries'), samples + 1);
  });

  it('adds nothing twice, neither what is edited nor what is in the trash', async () => {
    await add();
    await edit(await firstOf('typical-case'));
    await trash(await firstOf('precedent'));
    assert.deepEqual(await add(), { added: 0 });
    assert.equal(count('SELECT count(*) FROM records'), samples);
  });

  it('tells how far it is, and keeps what was added when it is cancelled', async () => {
    const control = recordingControl(({ done }, cancel) => {
      if (done === 5) cancel();
    });
    await assert.rejects(add(control), failsWith('cancelled'));
    assert.equal((await list()).length, 5);
    assert.deepEqual(control.reports.at(-1), { done: 5, total: samples, phase: 'reading' });
    assert.deepEqual(await add(), { added: samples - 5 });
  });

  it('is removed in one step, from the trash and the index too, and nothing else goes', async () => {
    const own = temp.create();
    await add();
    await trash(await firstOf('precedent'));
    assert.deepEqual(await remove(), { removed: samples, kept: 0 });
    assert.deepEqual(
      (await list()).map(({ id }) => id),
      [own],
    );
    assert.deepEqual(await list(true), []);
    assert.equal(count('SELECT count(*) FROM search_entries'), 1);
    assert.deepEqual(await remove(), { removed: 0, kept: 0 });
  });

  it('keeps what somebody wrote in, also in the trash, and marks it no longer', async () => {
    await add();
    const [edited, thrown] = [await firstOf('typical-case'), await firstOf('research-note')];
    for (const id of [edited, thrown]) await edit(id);
    await trash(thrown);
    assert.deepEqual(await remove(), { removed: samples - 2, kept: 2 });
    const [kept, inTrash] = [await get(edited), await get(thrown)];
    assert.deepEqual([kept.isSample, kept.trashedAt, inTrash.isSample], [false, null, false]);
    assert.notEqual(inTrash.trashedAt, null);
    assert.match(JSON.stringify(kept.document), /自己写的一句。/);
    assert.deepEqual(await add(), { added: samples - 2 });
    assert.equal((await get(edited)).isSample, false);
  });

  it('is found from a source file and from a bundle in out/, and its absence is no silence', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'jianzhi-samples-'));
    const library = path.join(root, 'resources/sample-library');
    const places = ['out/store', 'electron/store/records/samples'].map((at) => path.join(root, at));
    for (const place of places) mkdirSync(place, { recursive: true });
    for (const place of places)
      assert.throws(() => findResource('sample-library', place), /missing/);
    mkdirSync(library, { recursive: true });
    for (const place of places) assert.equal(findResource('sample-library', place), library);
    rmSync(root, { recursive: true });
  });
});
