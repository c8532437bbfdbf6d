import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { RecordId } from '../../../shared/contract/records.ts';
import { paletteHandlers } from '../../../electron/store/palette/handlers.ts';
import { openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

const entries = (names: string[] = []) =>
  paletteHandlers['palette.entries'](temp.context, { names, asker: undefined });

test('a record has its title, how that sounds, its keywords, numbers and tags, and what is saved is there at once', async () => {
  const id = temp.create('typical-case', '重庆茶案');
  await temp.handlers['records.tag'](temp.context, { ids: [id], add: ['双报'], remove: [] });
  const { records, tags } = await entries();
  assert.deepEqual(records, [
    {
      id,
      kind: 'typical-case',
      title: '重庆茶案',
      sounds: 'chong qing cha an',
      keywords: [],
      caseNumbers: [],
      pseudonyms: [],
      tags: ['双报'],
    },
  ]);
  assert.deepEqual(tags, [{ tag: '双报', sounds: 'shuang bao' }]);
});

test('parties are there under their pseudonyms, never under their names, also when somebody chose the name itself', async () => {
  const id = temp.create();
  const add = (name: string, pseudonym: string) =>
    temp.db
      .prepare(
        `INSERT INTO parties (id, record_number, name, name_key, role, is_minor, pseudonym, is_chosen, added_at)
         SELECT lower(hex(randomblob(16))), number, ?, ?, 'other', 0, ?, 1, 0 FROM records WHERE id = ?`,
      )
      .run(name, name, pseudonym, id);
  add('林甲乙', '林某');
  add('何丙丁', '何丙丁');
  const text = JSON.stringify(await entries());
  assert.match(text, /"pseudonyms":\["林某"\]/);
  assert.doesNotMatch(text, /林甲乙|何丙丁/);
});

test("one's own come before precedents, the latest changed first, and what lies in the trash does not come", async () => {
  const first = temp.create('typical-case', '一');
  const second = temp.create('good-practice', '二');
  const gone = temp.create('typical-case', '三');
  const precedent = temp.create('research-note', '四');
  temp.db.prepare("UPDATE records SET kind = 'precedent' WHERE id = ?").run(precedent);
  await temp.handlers['records.trash'](temp.context, { ids: [gone] });
  const { records } = await entries();
  assert.deepEqual(
    records.map(({ id }): RecordId => id),
    [second, first, precedent],
  );
});

test('the sounds of the names asked for come back in their order', async () => {
  assert.deepEqual((await entries(['锁定', 'Lock', '导入'])).names, ['suo ding', '', 'dao ru']);
});

test('a question that the same asker asks again overtakes the first', async () => {
  temp.create();
  const ask = () =>
    Promise.resolve(
      paletteHandlers['palette.entries'](temp.context, { names: [], asker: 'palette' }),
    );
  const first = assert.rejects(ask(), { code: 'cancelled' });
  assert.equal((await ask()).records.length, 1);
  await first;
});

test('what was chosen is remembered, the latest first, each once, at most sixty', async () => {
  const use = (key: string) => paletteHandlers['palette.use'](temp.context, { key });
  for (let at = 0; at < 70; at += 1) await use(`command:${at}`);
  await use('command:50');
  const { keys } = await paletteHandlers['palette.used'](temp.context, {});
  assert.deepEqual(keys.slice(0, 3), ['command:50', 'command:69', 'command:68']);
  assert.equal(keys.length, 60);
});
