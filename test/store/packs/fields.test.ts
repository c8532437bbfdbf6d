import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { failsWith } from '../../support/failure.ts';
import {
  draftPack,
  rawZip,
  sealTo,
  sign,
  textOf,
  setText,
  zipEntries,
  type Draft,
} from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';

const filled: Partial<RecordFields> = {
  functions: ['criminal', 'comprehensive'],
  charges: ['213', 'own:非法经营罪'],
  amounts: [{ kind: 'loss', fen: 123_456_789 }],
  dates: [{ kind: 'filed', on: '2025-03-01' }],
  region: 'own:江岚省',
  handlingProcuratorate: '云汀市人民检察院 <知识产权>',
  prosecutor: '承办人林某某',
  author: '撰写人周某某',
  marking: 'internal',
};

describe('packs of records with fields', () => {
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

  const prepare = (recordIds: string[]) => draftPack(point, desk, { recordIds, attachmentIds: [] });
  async function verify(draft: Draft) {
    const file = await sealTo(desk, rawZip(zipEntries(draft)));
    return packsHandlers['packs.verify'](desk.context, { file }, watchJob());
  }
  const recordText = (draft: Draft, id: string, name: 'record.json' | 'record.html') =>
    textOf(draft, `data/records/${id}/${name}`);
  const changePack = (draft: Draft, change: object) => {
    setText(draft, 'pack.json', `${canonicalJson({ ...draft.pack, ...change })}\n`);
    sign(draft, point);
  };

  it('carry the fields of the allow-list by code and name, show them, and let nothing else out', async () => {
    const id = addRecord(point, { fields: filled });
    point.db.prepare(`UPDATE records SET tags = '["内部分类"]' WHERE id = ?`).run(id);
    const draft = await prepare([id]);
    const json = recordText(draft, id, 'record.json');
    const html = recordText(draft, id, 'record.html');
    assert.deepEqual((JSON.parse(json) as { fields: unknown }).fields, {
      functions: [
        { code: 'criminal', name: '刑事检察' },
        { code: 'comprehensive', name: '综合履职' },
      ],
      charges: [
        { code: '213', name: '假冒注册商标罪' },
        { code: 'own:非法经营罪', name: '非法经营罪' },
      ],
      region: { code: 'own:江岚省', name: '江岚省' },
      handlingProcuratorate: '云汀市人民检察院 <知识产权>',
      marking: 'internal',
    });
    assert.ok(html.includes('<dt>罪名</dt><dd>假冒注册商标罪　非法经营罪</dd>'));
    assert.ok(html.includes('<dt>办案检察院</dt><dd>云汀市人民检察院 &lt;知识产权&gt;</dd>'));
    assert.ok(html.includes('<dt>标识</dt><dd>内部</dd>'));
    for (const kept of ['承办人林某某', '撰写人周某某', '内部分类', '123456789', '2025-03-01']) {
      assert.equal(draft.zip.includes(kept), false, kept);
    }
  });

  it('have the highest marking of their records, and verifying says it', async () => {
    const marked = (fields: Partial<RecordFields>) => addRecord(point, { fields });
    const [plain, open, inner, secret] = [
      marked({}),
      marked({ marking: 'public' }),
      marked({ marking: 'internal' }),
      marked({ marking: 'work-secret' }),
    ];
    const cases: [string[], string][] = [
      [[plain], 'none'],
      [[plain, open], 'public'],
      [[inner, open, plain], 'internal'],
      [[open, secret, inner], 'work-secret'],
      [[marked({ charges: ['213'] })], 'none'],
    ];
    for (const [ids, expected] of cases) {
      assert.equal((await verify(await prepare(ids))).highestMarking, expected);
    }
  });

  it('go through export and verification, the same bytes each time', async () => {
    const id = addRecord(point, { fields: filled });
    assert.deepEqual((await prepare([id])).zip, (await prepare([id])).zip);
    const exported = await packsHandlers['packs.export'](
      point.context,
      { recordIds: [RecordId.parse(id)], to: desk.id, file: join(point.folder, 'a.jzpack') },
      watchJob(),
    );
    assert.equal(exported.verification.highestMarking, 'internal');
  });

  it('are of version 1, as ever, when no field leaves', async () => {
    const id = addRecord(point, {
      fields: { prosecutor: '林某某', amounts: filled.amounts ?? [] },
    });
    const draft = await prepare([id]);
    const text = JSON.parse(recordText(draft, id, 'record.json')) as { formatVersion: number };
    assert.equal(text.formatVersion, 1);
    assert.deepEqual(Object.keys(text), [
      'caseNumbers',
      'document',
      'format',
      'formatVersion',
      'id',
      'keywords',
      'kind',
      'revision',
      'title',
    ]);
  });

  it('are refused when the pack claims another marking or version than its records have', async () => {
    const id = addRecord(point, { fields: filled });
    for (const change of [
      { highestMarking: 'public' },
      { highestMarking: 'work-secret' },
      { highestMarking: 'secret' },
      { formatVersion: 1, highestMarking: 'none' },
    ]) {
      const draft = await prepare([id]);
      changePack(draft, change);
      await assert.rejects(verify(draft), failsWith('pack-structure-invalid'));
    }
    const plain = await prepare([addRecord(point)]);
    changePack(plain, { formatVersion: 2 });
    await assert.rejects(verify(plain), failsWith('pack-structure-invalid'));
  });
});
