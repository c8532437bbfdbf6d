import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { draftPack } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';

const linkTo = (recordId: string): DocumentTree => ({
  version: 2,
  sections: [
    {
      id: 'facts',
      heading: '基本案情',
      blocks: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: '参见' },
            { type: 'record-link', recordId, text: '林建国假冒注册商标案' },
          ],
        },
      ],
    },
  ],
});

describe('links in a pack', () => {
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

  it('leave as the title that the record has now, and name no record that is not in the pack', async () => {
    const other = addRecord(point, { title: '林某假冒注册商标案（改）' });
    const gone = '0199aa00-0000-7000-8000-00000000000f';
    const ids = [
      addRecord(point, { document: linkTo(other) }),
      addRecord(point, { document: linkTo(gone), title: '何某甲侵犯著作权案' }),
    ];
    const draft = await draftPack(point, desk, { recordIds: ids, attachmentIds: [] });
    const bytes = Buffer.concat([...draft.files.values()].map((file) => Buffer.from(file)));
    assert.ok(bytes.includes('参见林某假冒注册商标案（改）'));
    assert.ok(!bytes.includes(other) && !bytes.includes(gone) && !bytes.includes('record-link'));
    // Of what is not there any more only the last title is known.
    assert.equal(bytes.toString().split('参见林建国').length - 1, 2);
  });
});
