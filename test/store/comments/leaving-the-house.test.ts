import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { commentsHandlers } from '../../../electron/store/comments/handlers.ts';
import { find } from '../../../electron/store/search/find.ts';
import { comments } from '../../../shared/contract/comments.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { search } from '../../../shared/contract/search.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { draftPack } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';

const REMARK = '独孤求败的住址不能写';
const REPLACEMENT = '住址从略';

function commented(...marks: string[]): DocumentTree {
  const text = { type: 'text' as const, text: '家住某处', marks };
  const blocks: DocumentTree['sections'][number]['blocks'] = [
    { type: 'paragraph', children: [text] },
    { type: 'table', rows: [[{ children: [{ type: 'paragraph', children: [text] }] }]] },
  ];
  return { version: 2, sections: [{ id: 'facts', heading: '基本案情', blocks }] };
}

describe('review comments never leave:', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => {
    point.close();
    desk.close();
  });

  it('no file of a pack, and so no page made of one, holds a word or an id of them', async () => {
    const id = randomUUID();
    const recordId = RecordId.parse(addRecord(point, { document: commented(id) }));
    await commentsHandlers['comments.begin'](point.context, {
      recordId,
      id,
      passage: '家住某处',
      replacement: REPLACEMENT,
      text: REMARK,
    });
    const draft = await draftPack(point, desk, { recordIds: [recordId], attachmentIds: [] });
    assert.ok([...draft.files.keys()].some((name) => name.endsWith('record.html')));
    const bytes = Buffer.concat([...draft.files.values()].map((file) => Buffer.from(file)));
    assert.ok(bytes.includes('家住某处'));
    for (const word of [id, REMARK, '独孤', REPLACEMENT, '"marks"']) {
      assert.ok(!bytes.includes(word), word);
    }
    // Nor are they found as if they were text.
    assert.equal(find(point.db, search['search.find'].input.parse({ query: '独孤求败' })).total, 0);
  });

  it('no operation takes them to a place on the disk', () => {
    assert.deepEqual(
      Object.values(comments).flatMap(({ paths }) => paths),
      [],
    );
  });
});
