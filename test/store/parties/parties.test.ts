import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { find } from '../../../electron/store/search/find.ts';
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts';
import { parties } from '../../../shared/contract/parties.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { search } from '../../../shared/contract/search.ts';
import { paragraphsOf } from '../../../shared/document/tree.ts';
import { failsWith } from '../../support/failure.ts';
import { openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const NUMBER = '（2025）岚0102刑初47号';

function record(caseNumbers: string[] = [], text = ''): RecordId {
  const id = temp.create();
  const document = {
    version: 2,
    sections: [{ id: 'facts', heading: '基本案情', blocks: paragraphsOf(text) }],
  };
  temp.db
    .prepare('UPDATE records SET case_numbers = ?, document = ? WHERE id = ?')
    .run(JSON.stringify(caseNumbers), JSON.stringify(document), id);
  return id;
}

type Saved = CallOutput<'parties.save'>;
type Listed = CallOutput<'parties.list'>;
type Fields = Partial<CallInput<'parties.save'>>;

function save(recordId: RecordId, name: string, fields: Fields = {}): Saved {
  const input = parties['parties.save'].input.parse({
    recordId,
    id: null,
    name,
    role: 'defendant',
    isMinor: false,
    pseudonym: null,
    ...fields,
  });
  return partiesHandlers['parties.save'](temp.context, input) as Saved;
}
const list = (recordId: RecordId) =>
  partiesHandlers['parties.list'](temp.context, { recordId }) as Listed;
const names = (recordId: RecordId) =>
  list(recordId).parties.map(({ name, pseudonym }) => `${name} ${pseudonym}`);

describe('the parties of a record', () => {
  it('get a pseudonym by the rules, told apart from equal ones, the first of them too', () => {
    const id = record();
    assert.equal(save(id, '何小明').pseudonym, '何某');
    assert.deepEqual(save(id, '何大明'), {
      id: list(id).parties[1]?.id,
      pseudonym: '何某乙',
      renamed: [{ name: '何小明', pseudonym: '何某甲' }],
    });
    save(id, '江岚省蓝杉科技有限公司', { role: 'victim-unit' });
    assert.deepEqual(names(id), [
      '何小明 何某甲',
      '何大明 何某乙',
      '江岚省蓝杉科技有限公司 蓝某公司',
    ]);
  });

  it('are told apart by numerals when the workspace says so', () => {
    const id = record();
    void partiesHandlers['parties.setStyle'](temp.context, { style: 'numerals' });
    save(id, '何小明');
    save(id, '何大明');
    assert.deepEqual(names(id), ['何小明 何某1', '何大明 何某2']);
    assert.equal(list(id).style, 'numerals');
  });

  it('can be changed, keep a pseudonym that a person wrote, and are taken out', () => {
    const id = record();
    const { id: party } = save(id, '方小君', { pseudonym: '方某君' });
    save(id, '方大为');
    assert.deepEqual(names(id), ['方小君 方某君', '方大为 方某']);
    save(id, '方小军', { id: party, pseudonym: '方某军', role: 'witness' });
    assert.deepEqual(list(id).parties[0], {
      id: party,
      name: '方小军',
      role: 'witness',
      isMinor: false,
      pseudonym: '方某军',
      isChosen: true,
      clash: null,
    });
    void partiesHandlers['parties.remove'](temp.context, { id: party });
    assert.deepEqual(names(id), ['方大为 方某']);
  });

  it('who are minors are never recognisable', () => {
    const id = record();
    const minor = { role: 'minor' as const };
    assert.throws(
      () => save(id, '方小君', { ...minor, pseudonym: '方某君' }),
      failsWith('party-minor-recognisable'),
    );
    assert.equal(save(id, '方小君', minor).pseudonym, '方某');
    assert.equal(list(id).parties[0]?.isMinor, true);
  });

  it('may be called 某, or be a pseudonym already', () => {
    const id = record();
    assert.equal(save(id, '某').pseudonym, '某');
    assert.equal(save(id, '林某').pseudonym, '林某');
  });

  it('are refused with a reason', () => {
    const id = record();
    const { id: party } = save(id, '林建国');
    const precedent = record();
    temp.db.prepare("UPDATE records SET kind = 'precedent' WHERE id = ?").run(precedent);
    const trashed = record();
    temp.db.prepare('UPDATE records SET trashed_at = 1 WHERE id = ?').run(trashed);
    const no = '0199aa00-0000-7000-8000-000000000001' as RecordId;
    assert.throws(() => save(id, '林 建国'), failsWith('party-name-taken'));
    assert.throws(
      () => save(id, '林建军', { pseudonym: '林某' }),
      failsWith('party-pseudonym-taken'),
    );
    assert.throws(() => save(precedent, '林建国'), failsWith('record-read-only'));
    assert.throws(() => save(trashed, '林建国'), failsWith('record-in-trash'));
    assert.throws(() => save(no, '林建国'), failsWith('record-not-found'));
    assert.throws(() => save(record(), '林建国', { id: party }), failsWith('party-not-found'));
    assert.throws(() => list(no), failsWith('record-not-found'));
    assert.throws(() => save(id, ' '));
    void partiesHandlers['parties.remove'](temp.context, { id: party });
    assert.throws(
      () => partiesHandlers['parties.remove'](temp.context, { id: party }),
      failsWith('party-not-found'),
    );
  });

  it('are at most 500', () => {
    const id = record();
    const many = JSON.stringify(Array.from({ length: 500 }, (_, at) => `n${at}`));
    temp.db
      .prepare(
        `INSERT INTO parties SELECT value, records.number, value, value, 'other', 0, value, 0, 1
         FROM records, json_each(?) WHERE records.id = ?`,
      )
      .run(many, id);
    assert.throws(() => save(id, '林建国'), failsWith('parties-too-many'));
  });

  it('that the text names after their role are suggested until they are in the table', () => {
    const id = record([], '被告人李明伙同被告人王刚销售。被害单位岑岭茶业有限公司报案。');
    const suggested = () => list(id).suggested.map(({ name, from }) => `${name} ${from}`);
    assert.deepEqual(suggested(), ['李明 text', '王刚 text', '岑岭茶业有限公司 text']);
    save(id, '李明');
    assert.deepEqual(suggested(), ['王刚 text', '岑岭茶业有限公司 text']);
  });
});

describe('the records of a matter', () => {
  it('are those with the same case number however it is written, and have one pseudonym for a name', () => {
    const [one, other, third] = [record([NUMBER]), record(['(2025)岚0102刑初 47号']), record()];
    save(one, '何小明');
    assert.deepEqual(list(other).suggested, [
      { name: '何小明', role: 'defendant', from: 'matter' },
    ]);
    save(other, '何大明');
    assert.deepEqual(names(one), ['何小明 何某甲']);
    assert.equal(save(other, '何小明').pseudonym, '何某甲');
    save(other, '何小明', { id: list(other).parties[1]?.id ?? null, pseudonym: '何某丁' });
    assert.deepEqual(names(one), ['何小明 何某丁']);
    assert.deepEqual(
      list(one).matter.map(({ id, isLinked }) => [id, isLinked]),
      [[other, false]],
    );
    assert.equal(save(third, '何小明').pseudonym, '何某');
    assert.deepEqual(list(third).matter, []);
  });

  it('are those linked by hand, through others too, until the link is taken back', () => {
    const [one, other, third] = [record(), record([NUMBER]), record([NUMBER])];
    save(one, '林建国');
    save(third, '周伟');
    void partiesHandlers['parties.link'](temp.context, { recordId: other, otherId: one });
    void partiesHandlers['parties.link'](temp.context, { recordId: one, otherId: other });
    void partiesHandlers['parties.link'](temp.context, { recordId: one, otherId: one });
    assert.deepEqual(
      list(one).matter.map(({ id, isLinked }) => [id, isLinked]),
      [
        [other, true],
        [third, false],
      ],
    );
    void partiesHandlers['parties.unlink'](temp.context, { recordId: one, otherId: other });
    assert.deepEqual(list(one).matter, []);
  });

  it('that became one matter afterwards say where they differ, and are made to agree', () => {
    const [one, other] = [record(), record()];
    save(one, '何小明');
    save(one, '周伟');
    save(other, '何大明');
    save(other, '周伟', { pseudonym: '周某某' });
    void partiesHandlers['parties.link'](temp.context, { recordId: one, otherId: other });
    const clashes = (id: RecordId) => list(id).parties.map(({ clash }) => clash);
    assert.deepEqual(clashes(one), ['shared', 'differs']);
    assert.deepEqual(partiesHandlers['parties.settle'](temp.context, { recordId: one }), {
      changed: 2,
    });
    assert.deepEqual(clashes(one), [null, null]);
    assert.deepEqual(clashes(other), [null, null]);
    assert.deepEqual(names(one), ['何小明 何某', '周伟 周某某']);
    assert.deepEqual(names(other), ['何大明 何某甲', '周伟 周某某']);
  });

  it('share what one of them says of a minor', () => {
    const [one, other] = [record([NUMBER]), record([NUMBER])];
    save(one, '方小君', { pseudonym: '方某君' });
    assert.equal(save(other, '方小君', { role: 'minor' }).pseudonym, '方某');
    assert.deepEqual(
      list(one).parties.map(({ isMinor, pseudonym }) => [isMinor, pseudonym]),
      [[true, '方某']],
    );
  });
});

describe('the table of parties', () => {
  it('goes with its record, and so do the links', () => {
    const [one, other] = [record(), record()];
    save(one, '林建国');
    void partiesHandlers['parties.link'](temp.context, { recordId: one, otherId: other });
    void temp.handlers['records.trash'](temp.context, { ids: [one] });
    assert.deepEqual(names(one), ['林建国 林某']);
    void temp.handlers['records.purge'](temp.context, { ids: [one] });
    const count = (table: string) => temp.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.deepEqual([count('parties'), count('matter_links')], [0, 0]);
  });

  it('is not found by search and not told by a record, a list or the audit trail', async () => {
    const id = record();
    save(id, '独孤求败');
    const query = (words: string) =>
      find(temp.db, search['search.find'].input.parse({ query: words, exact: true })).total;
    assert.equal(query('独孤求败'), 0);
    assert.equal(query('独孤某'), 0);
    const told = JSON.stringify([
      await temp.handlers['records.get'](temp.context, { id }),
      temp.db.prepare('SELECT * FROM audit').all(),
    ]);
    assert.ok(!told.includes('独孤'));
  });
});
