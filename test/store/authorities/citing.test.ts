import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { authoritiesHandlers } from '../../../electron/store/authorities/handlers.ts';
import { authorities } from '../../../shared/contract/authorities.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { findAuthorities } from '../../../shared/text/authorities.ts';
import { historyIn, type TempHistory } from '../../support/temp-history.ts';
import { openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
let history: TempHistory;
beforeEach(() => {
  temp = openTempRecords();
  history = historyIn(temp);
});
afterEach(() => temp.close());

async function record(text: string, title = '林某案'): Promise<RecordId> {
  const id = temp.create('typical-case', title);
  await history.write(id, text);
  return id;
}

/** What the open record's text cites, and how many others cite it. */
async function counts(recordId: RecordId, text: string) {
  const found = findAuthorities(text);
  const forms = found.map(({ form }) => form);
  const input = authorities['authorities.counts'].input.parse({ recordId, forms });
  const answer = await authoritiesHandlers['authorities.counts'](temp.context, input);
  const { others } = authorities['authorities.counts'].output.parse(answer);
  return Object.fromEntries(found.map(({ normal }, at) => [normal, others[at]]));
}

describe('other records that cite', () => {
  it('an article are counted however they write it, without this one and the trash', async () => {
    const text = '依照《中华人民共和国刑法》第二百一十三条提起公诉。';
    const own = await record(text);
    const other = await record('触犯刑法213条。');
    await record('刑法第二百一十三条第二款与第二百一十四条', '周某案');
    const trashed = await record('刑法第213条');
    await temp.handlers['records.trash'](temp.context, { ids: [trashed] });
    await record('刑法第二百一十三条之一；该法第二百一十三条；商标法第二百一十三条');
    assert.deepEqual(await counts(own, text), { '《中华人民共和国刑法》第二百一十三条': 2 });
    const citing = authorities['authorities.citing'].input.parse({
      recordId: own,
      form: '§条刑法·213',
      limit: 1,
    });
    const { records, total } = await authoritiesHandlers['authorities.citing'](
      temp.context,
      citing,
    );
    assert.deepEqual([records.map(({ title }) => title), total], [['周某案'], 2]);
    await history.write(other, '不再引用。');
    assert.deepEqual(await counts(own, text), { '《中华人民共和国刑法》第二百一十三条': 1 });
  });

  it('a document or a case are counted in every written form, and not a longer number', async () => {
    const text = '依据法释〔2025〕5号，参照（2022）岚0603民再67号。';
    const own = await record(text);
    await record('根据法释(2025)第5号；(2022)岚0603民再 67号');
    await record('法释〔2025〕15号；（2022）岚0603民再670号');
    assert.deepEqual(await counts(own, text), {
      '法释〔2025〕5号': 1,
      '（2022）岚0603民再67号': 1,
    });
  });

  it('anything else are not looked for', () => {
    const parse = (form: string) =>
      authorities['authorities.counts'].input.safeParse({
        recordId: '0199aa00-0000-7000-8000-000000000001',
        forms: [form],
      }).success;
    assert.equal(parse('§条刑法·213'), true);
    assert.deepEqual(['林某', '§条" OR text:"林', '§f1'].map(parse), [false, false, false]);
  });
});
