import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { failsWith } from '../../support/failure.ts';
import { noise, openTempAttachments } from '../../support/temp-attachments.ts';

/** A picture, and a link in its caption and in a table. */
const showing = (attachmentId: string): DocumentTree => {
  const link = { type: 'attachment-link', attachmentId, text: '包装样张' } as const;
  return {
    version: 2,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: [
          { type: 'image', attachmentId, caption: [link] },
          { type: 'table', rows: [[{ children: [{ type: 'paragraph', children: [link] }] }]] },
        ],
      },
    ],
  };
};

describe('attachments that a record’s text shows', () => {
  const store = openTempAttachments();
  after(() => store.close());
  const show = (id: RecordId, document: DocumentTree) =>
    store.db
      .prepare('UPDATE records SET document = ? WHERE id = ?')
      .run(JSON.stringify(document), id);
  const purge = async (id: AttachmentId) => {
    await attachmentsHandlers['attachments.remove'](store.context, { ids: [id] });
    await attachmentsHandlers['attachments.purge'](store.context, { ids: [id] });
  };
  const duplicate = async (id: RecordId) =>
    (await store.handlers['records.duplicate'](store.context, { id, title: '副本' })).id;
  const documentOf = async (id: RecordId) =>
    (await store.handlers['records.get'](store.context, { id })).document;

  it('are not deleted for good while it shows them', async () => {
    const record = store.create();
    const { id } = await store.attach(record, store.file('shown.png', noise(100)));
    show(record, showing(id));
    await assert.rejects(purge(id), failsWith('attachment-in-history'));
    show(record, { version: 2, sections: [] });
    await purge(id);
    assert.equal(store.list(record, true).length, 0);
  });

  it('go along when it is duplicated, and are the duplicate’s own; their bytes are there once', async () => {
    const record = store.create();
    const shown = await store.attach(record, store.file('a.png', noise(2000)));
    const other = await store.attach(record, store.file('b.pdf', noise(2000)));
    show(record, showing(shown.id));
    const contents = store.count('attachments');
    const copy = await duplicate(record);
    assert.equal(store.count('attachments'), contents);
    const copies = store.list(copy);
    assert.deepEqual(
      copies.map(({ name, hash }) => [name, hash]),
      [shown, other].map(({ name, hash }) => [name, hash]),
    );
    assert.deepEqual(await documentOf(copy), showing(copies[0]?.id ?? '?'));
    assert.notEqual(copies[0]?.id, shown.id);
    // What becomes of the one does not touch the other.
    show(record, { version: 2, sections: [] });
    await purge(shown.id);
    const preview = { id: copies[0]?.id ?? shown.id };
    assert.ok(await attachmentsHandlers['attachments.preview'](store.context, preview));
  });

  it('go along even when they were removed, the others that were removed do not', async () => {
    const record = store.create();
    const shown = await store.attach(record, store.file('c.png', noise(50)));
    const gone = await store.attach(record, store.file('d.png', noise(50)));
    show(record, showing(shown.id));
    const ids = [shown.id, gone.id];
    await attachmentsHandlers['attachments.remove'](store.context, { ids });
    const copy = await duplicate(record);
    assert.deepEqual(store.list(copy), []);
    const [kept, ...others] = store.list(copy, true);
    assert.equal(kept?.name, 'c.png');
    assert.deepEqual(others, []);
    assert.deepEqual(await documentOf(copy), showing(kept?.id ?? '?'));
  });
});
