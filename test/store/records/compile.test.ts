import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { records, type FullRecord, type RecordId } from '../../../shared/contract/records.ts';
import { sectionText, type DocumentTree } from '../../../shared/document/tree.ts';
import { failsWith } from '../../support/failure.ts';
import { openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const get = async (id: RecordId) =>
  (await temp.handlers['records.get'](temp.context, { id })) as FullRecord;
const compile = async (ids: RecordId[], title = '商标案件汇编') => {
  const input = records['records.compile'].input.parse({ ids, title });
  return get((await temp.handlers['records.compile'](temp.context, input)).id);
};

function write(
  id: RecordId,
  sections: [id: string, heading: string, text: string][],
  caseNumbers: string[] = [],
) {
  const document: DocumentTree = {
    version: 2,
    sections: sections.map(([part, heading, text]) => ({
      id: part,
      heading,
      blocks: [
        { type: 'heading', level: 1, children: [{ type: 'text', text: '小标题' }] },
        {
          type: 'paragraph',
          children:
            text === ''
              ? []
              : [{ type: 'text', text, marks: ['01890000-0000-7000-8000-00000000000a'] }],
        },
      ],
    })),
  };
  temp.db
    .prepare('UPDATE records SET document = ?, case_numbers = ? WHERE id = ?')
    .run(JSON.stringify(document), JSON.stringify(caseNumbers), id);
}

describe('compiling records', () => {
  it('makes a note with a part for each, in their order, each saying where it comes from', async () => {
    const one = temp.create('typical-case', '林某假冒注册商标案');
    const other = temp.create('good-practice', '何某甲侵犯著作权案');
    write(one, [['facts', '基本案情', '林某销售假冒茶叶。']], ['（2025）岚0102刑初47号']);
    write(other, [['reasoning', '裁判理由', '构成侵犯著作权罪。']]);
    const note = await compile([other, one]);
    assert.equal(note.kind, 'research-note');
    assert.equal(note.title, '商标案件汇编');
    assert.deepEqual(
      note.document.sections.map((section) => [section.id, section.heading, sectionText(section)]),
      [
        [
          'other-1',
          '何某甲侵犯著作权案',
          '来源：何某甲侵犯著作权案\n裁判理由\n小标题\n构成侵犯著作权罪。',
        ],
        [
          'other-2',
          '林某假冒注册商标案',
          '来源：林某假冒注册商标案（（2025）岚0102刑初47号）\n基本案情\n小标题\n林某销售假冒茶叶。',
        ],
      ],
    );
    const [source, part, heading] = note.document.sections[0]?.blocks ?? [];
    assert.deepEqual(
      [source?.type === 'paragraph' && source.children[1], part, heading].map((block) =>
        JSON.stringify(block),
      ),
      [
        JSON.stringify({ type: 'record-link', recordId: other, text: '何某甲侵犯著作权案' }),
        JSON.stringify({
          type: 'heading',
          level: 1,
          children: [{ type: 'text', text: '裁判理由' }],
        }),
        JSON.stringify({ type: 'heading', level: 2, children: [{ type: 'text', text: '小标题' }] }),
      ],
    );
    assert.doesNotMatch(JSON.stringify(note.document), /marks/u);
    const { total } = await temp.handlers['records.list'](
      temp.context,
      records['records.list'].input.parse({ kinds: ['research-note'] }),
    );
    assert.equal(total, 1);
  });

  it('takes nothing from the trash and leaves nothing behind when it cannot', async () => {
    const one = temp.create('typical-case', '甲案');
    const other = temp.create('typical-case', '乙案');
    await temp.handlers['records.trash'](temp.context, { ids: [other] });
    await assert.rejects(compile([one, other]), failsWith('record-in-trash'));
    assert.equal(temp.db.prepare('SELECT count(*) FROM records').pluck().get(), 2);
  });
});
