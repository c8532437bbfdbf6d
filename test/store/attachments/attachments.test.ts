import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { collectReleased } from '../../../electron/store/attachments/collect-released.ts';
import { inTurn } from '../../../electron/store/attachments/in-turn.ts';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import {
  MAX_ATTACHMENT_IN_BYTES,
  type AttachmentId,
} from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { failsWith } from '../../support/failure.ts';
import { noise, openTempAttachments } from '../../support/temp-attachments.ts';
import { recordingControl } from '../../support/temp-records.ts';

const MEBIBYTE = 1024 ** 2;

describe('attachments', () => {
  const store = openTempAttachments();
  const { db, context, file, attach, list, count } = store;
  const create = () => store.create();
  after(() => store.close());

  const add = (recordId: RecordId, paths: string[], control = recordingControl()) =>
    attachmentsHandlers['attachments.add'](context, { recordId, paths }, control);
  const saveAs = (id: AttachmentId, to: string, control = recordingControl()) =>
    attachmentsHandlers['attachments.saveAs'](context, { id, file: to }, control);
  const remove = (id: AttachmentId) =>
    attachmentsHandlers['attachments.remove'](context, { ids: [id] });
  const restore = (id: AttachmentId) =>
    attachmentsHandlers['attachments.restore'](context, { ids: [id] });
  const purge = (id: AttachmentId) =>
    attachmentsHandlers['attachments.purge'](context, { ids: [id] });
  const rename = (id: AttachmentId, name: string) =>
    attachmentsHandlers['attachments.rename'](context, { id, name });
  const isStored = (hash: string) =>
    db.prepare('SELECT 1 FROM attachments WHERE hash = ?').get(hash) !== undefined;

  for (const size of [0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE]) {
    it(`come out as they went in: ${String(size)} bytes`, async () => {
      const bytes = noise(size);
      const attachment = await attach(create(), file(`in-${String(size)}`, bytes));
      assert.equal(attachment.sizeInBytes, size);
      assert.equal(attachment.hash, createHash('sha256').update(bytes).digest('hex'));
      const out = join(store.folder, `out-${String(size)}`);
      await saveAs(attachment.id, out);
      assert.ok(readFileSync(out).equals(bytes));
      assert.equal(
        db
          .prepare('SELECT count(*) FROM attachment_chunks WHERE hash = ?')
          .pluck()
          .get(attachment.hash),
        Math.ceil(size / MEBIBYTE),
      );
    });
  }

  it('are stored once, however many records have them and under whatever names', async () => {
    const bytes = noise(2 * MEBIBYTE + 7);
    const contents = count('attachments');
    const [first, second] = [create(), create()];
    const one = await attach(first, file('合同.pdf', bytes));
    const other = await attach(first, file('合同（副本）.pdf', bytes));
    const third = await attach(second, file('合同.pdf', bytes));
    assert.equal(count('attachments'), contents + 1);
    assert.equal(new Set([one.hash, other.hash, third.hash]).size, 1);
    assert.deepEqual(
      list(first).map(({ name }) => name),
      ['合同.pdf', '合同（副本）.pdf'],
    );
  });

  it('are recognised when the same file is added again under the same name', async () => {
    const record = create();
    const path = file('again.txt', '岑岭');
    await attach(record, path);
    assert.deepEqual(await add(record, [path, path]), { added: [], known: 1, skipped: [] });
  });

  it('get a number when the name is taken by other bytes', async () => {
    const record = create();
    mkdirSync(join(store.folder, 'other'));
    await attach(record, file('Plan.TXT', 'one'));
    const { name } = await attach(record, file('other/plan.txt', 'two'));
    assert.equal(name, 'plan (2).txt');
  });

  it('are refused by file, with the reason, while the others are taken', async () => {
    const record = create();
    const large = file('large.bin', '');
    truncateSync(large, MAX_ATTACHMENT_IN_BYTES + 1);
    const good = file('good.txt', 'good');
    const missing = join(store.folder, 'missing.txt');
    const report = await add(record, [large, store.folder, missing, good]);
    assert.deepEqual(report.skipped, [
      { file: large, code: 'file-too-large' },
      { file: store.folder, code: 'file-unreadable' },
      { file: missing, code: 'file-unreadable' },
    ]);
    assert.deepEqual(
      report.added.map(({ name }) => name),
      ['good.txt'],
    );
  });

  it('follow a link that was chosen by hand', async () => {
    const link = join(store.folder, 'link.txt');
    symlinkSync(file('target.txt', 'target'), link);
    assert.equal((await attach(create(), link)).sizeInBytes, 6);
  });

  it('do not take a file that is written to while it is read, and leave nothing of it', async () => {
    const record = create();
    const contents = count('attachments');
    const path = file('growing.bin', noise(3 * MEBIBYTE));
    const control = recordingControl(({ done }) => {
      if (done > 60) appendFileSync(path, 'more');
    });
    assert.deepEqual((await add(record, [path], control)).skipped, [
      { file: path, code: 'file-changed' },
    ]);
    await collectReleased(db);
    assert.equal(count('attachments'), contents);
    assert.deepEqual(list(record), []);
  });

  it('do not take a file whose bytes are exchanged under the same size and time', async () => {
    const path = file('exchanged.bin', noise(3 * MEBIBYTE));
    const { utimesSync, statSync } = await import('node:fs');
    const { atime, mtime } = statSync(path);
    utimesSync(path, atime, mtime);
    let isDone = false;
    const control = recordingControl(({ done }) => {
      if (done < 60 || isDone) return;
      isDone = true;
      writeFileSync(path, noise(3 * MEBIBYTE));
      utimesSync(path, atime, mtime);
    });
    const { skipped } = await add(create(), [path], control);
    assert.equal(skipped[0]?.code, 'file-changed');
  });

  it('stop when asked to, and keep whole what was taken before', async () => {
    const record = create();
    const paths = [file('a.bin', noise(MEBIBYTE)), file('b.bin', noise(3 * MEBIBYTE))];
    const control = recordingControl(({ done }, cancel) => {
      if (done > 70) cancel();
    });
    await assert.rejects(add(record, paths, control), failsWith('cancelled'));
    await collectReleased(db);
    assert.deepEqual(
      list(record).map(({ name }) => name),
      ['a.bin'],
    );
    const orphans =
      'SELECT count(*) FROM attachments WHERE hash NOT IN (SELECT hash FROM record_attachments)';
    assert.equal(db.prepare(orphans).pluck().get(), 0);
  });

  it('let other work through while they arrive', async () => {
    const path = file('slow.bin', noise(8 * MEBIBYTE));
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    await attach(create(), path);
    clearInterval(ticking);
    assert.ok(turns >= 8, `${String(turns)} turns`);
  });

  it('are not written over a file that is there, nor left half when stopped', async () => {
    const { id } = await attach(create(), file('keep.bin', noise(3 * MEBIBYTE)));
    const there = file('there.bin', 'mine');
    await assert.rejects(saveAs(id, there), failsWith('file-exists'));
    assert.equal(readFileSync(there, 'utf8'), 'mine');
    for (const phase of ['writing', 'comparing']) {
      const before = readdirSync(store.folder);
      const control = recordingControl((progress, cancel) => {
        if (progress.phase === phase && progress.done > 0) cancel();
      });
      await assert.rejects(
        saveAs(id, join(store.folder, 'stopped.bin'), control),
        failsWith('cancelled'),
      );
      assert.deepEqual(readdirSync(store.folder), before);
    }
    await assert.rejects(
      saveAs(id, join(store.folder, 'no', 'where.bin')),
      failsWith('file-not-writable'),
    );
  });

  it('say that they are damaged rather than come out other than they were', async () => {
    const { id, hash } = await attach(create(), file('damaged.bin', noise(2 * MEBIBYTE)));
    const before = readdirSync(store.folder);
    db.prepare(
      'UPDATE attachment_chunks SET bytes = zeroblob(length(bytes)) WHERE hash = ? AND position = 1',
    ).run(hash);
    await assert.rejects(
      saveAs(id, join(store.folder, 'damaged-out.bin')),
      failsWith('attachment-damaged'),
    );
    db.prepare('DELETE FROM attachment_chunks WHERE hash = ? AND position = 0').run(hash);
    assert.throws(
      () => attachmentsHandlers['attachments.preview'](context, { id }),
      failsWith('attachment-damaged'),
    );
    assert.deepEqual(readdirSync(store.folder), before);
  });

  it('leave a line in the audit trail when saved out or purged, without their name', async () => {
    const { id } = await attach(create(), file('林某供述.txt', '甲'));
    await saveAs(id, join(store.folder, 'statement.txt'));
    await remove(id);
    await purge(id);
    const lines = db
      .prepare<[string], { action: string; detail: string }>(
        'SELECT action, detail FROM audit WHERE subject = ? ORDER BY number',
      )
      .all(id);
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['attachment-saved-out', 'attachment-purged'],
    );
    assert.ok(!JSON.stringify(lines).includes('林某'));
  });

  it('can be removed, brought back, and deleted for good only after that', async () => {
    const record = create();
    const { id, hash } = await attach(record, file('removed.txt', 'removed and back'));
    assert.throws(() => purge(id), failsWith('attachment-not-found'));
    await remove(id);
    await collectReleased(db);
    assert.deepEqual(list(record), []);
    assert.deepEqual(
      list(record, true).map((one) => one.id),
      [id],
    );
    assert.ok(isStored(hash), 'a removed attachment keeps its content');
    const { id: other } = await attach(record, file('removed.txt', 'another of that name'));
    await restore(id);
    assert.deepEqual(
      list(record).map(({ name }) => name),
      ['removed (2).txt', 'removed.txt'],
    );
    await remove(id);
    await purge(id);
    await collectReleased(db);
    assert.ok(!isStored(hash));
    assert.deepEqual(
      list(record).map((one) => one.id),
      [other],
    );
  });

  it('keep a content as long as any record needs it, also one in the trash', async () => {
    const bytes = noise(MEBIBYTE + 1);
    const [kept, trashed, deleted] = [create(), create(), create()];
    const { hash } = await attach(kept, file('shared.bin', bytes));
    const inTrash = await attach(trashed, file('shared.bin', bytes));
    const { id } = await attach(deleted, file('shared.bin', bytes));
    await store.handlers['records.trash'](context, { ids: [trashed] });
    const deleteRecord = db.prepare('DELETE FROM records WHERE id = ?');
    deleteRecord.run(deleted);
    assert.throws(
      () => attachmentsHandlers['attachments.preview'](context, { id }),
      failsWith('attachment-not-found'),
    );
    deleteRecord.run(kept);
    await collectReleased(db);
    await saveAs(inTrash.id, join(store.folder, 'from-trash.bin'));
    assert.ok(readFileSync(join(store.folder, 'from-trash.bin')).equals(bytes));
    deleteRecord.run(trashed);
    await collectReleased(db);
    assert.ok(!isStored(hash));
    assert.equal(
      db.prepare('SELECT count(*) FROM attachment_chunks WHERE hash = ?').pluck().get(hash),
      0,
    );
  });

  it('go when their record is deleted for good, and not before', async () => {
    const record = create();
    const { hash } = await attach(record, file('purged.bin', noise(2 * MEBIBYTE)));
    await store.handlers['records.trash'](context, { ids: [record] });
    await collectReleased(db);
    assert.ok(isStored(hash));
    await store.handlers['records.purge'](context, { ids: [record] });
    // The purge has begun to collect; this waits for its turn behind that.
    await inTurn(db, () => Promise.resolve());
    assert.ok(!isStored(hash));
  });

  it('cannot lose a content that is needed, whatever a later program tries', async () => {
    const { hash } = await attach(create(), file('needed.bin', noise(10)));
    assert.throws(
      () => db.prepare('DELETE FROM attachments WHERE hash = ?').run(hash),
      /FOREIGN KEY/,
    );
  });

  it('survive a collection that runs while the same bytes arrive again', async () => {
    const bytes = noise(3 * MEBIBYTE);
    const first = create();
    const one = await attach(first, file('phoenix.bin', bytes));
    db.prepare('DELETE FROM records WHERE id = ?').run(first);
    const collecting = collectReleased(db);
    const [again] = await Promise.all([
      attach(create(), file('phoenix.bin', bytes)),
      collecting,
      collectReleased(db),
    ]);
    assert.equal(again.hash, one.hash);
    const out = join(store.folder, 'phoenix-out.bin');
    await saveAs(again.id, out);
    assert.ok(readFileSync(out).equals(bytes));
  });

  it('of a record in the trash can be listed and saved out, not changed', async () => {
    const record = create();
    const path = file('trash.txt', 'trash');
    const { id } = await attach(record, path);
    await store.handlers['records.trash'](context, { ids: [record] });
    assert.equal(list(record).length, 1);
    await assert.rejects(add(record, [path]), failsWith('record-in-trash'));
    for (const change of [() => rename(id, 'x'), () => remove(id), () => restore(id)]) {
      assert.throws(change, failsWith('record-in-trash'));
    }
    await store.handlers['records.restore'](context, { ids: [record] });
    assert.deepEqual(
      list(record).map((one) => one.id),
      [id],
    );
  });

  it('can be renamed, to a name that is one and is free', async () => {
    const record = create();
    const { id } = await attach(record, file('first.txt', 'first'));
    await attach(record, file('second.txt', 'second'));
    for (const name of ['', '  ', '..', '../up.txt', 'a\\b.txt', '\u0000']) {
      assert.throws(() => rename(id, name), failsWith('attachment-name-invalid'), name);
    }
    assert.throws(() => rename(id, 'SECOND.txt'), failsWith('attachment-name-taken'));
    await rename(id, 'FIRST.txt');
    await rename(id, 'e\u0301te\u0301.txt');
    assert.equal(list(record)[0]?.name, 'été.txt');
  });

  it('of an edited or unknown record are not mixed up: a sample with a file attached is kept', async () => {
    const sample = create();
    db.prepare('UPDATE records SET is_sample = 1 WHERE id = ?').run(sample);
    const { id } = await attach(sample, file('mine.txt', 'mine'));
    assert.deepEqual(store.handlers['records.removeSamples'](context, {}), { removed: 0, kept: 1 });
    assert.deepEqual(
      list(sample).map((one) => one.id),
      [id],
    );
  });

  it('ask for a record that exists', async () => {
    const nobody = crypto.randomUUID() as RecordId;
    assert.throws(() => list(nobody), failsWith('record-not-found'));
    await assert.rejects(add(nobody, [file('x', 'x')]), failsWith('record-not-found'));
  });
});
