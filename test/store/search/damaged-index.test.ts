import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Database } from 'better-sqlite3';
import { createAnswer } from '../../../electron/store/answer.ts';
import { openDatabase } from '../../../electron/store/database/open.ts';
import { storeHandlers } from '../../../electron/store/handlers.ts';
import { openTempRecords } from '../../support/temp-records.ts';

/** The same records, opened anew after the index's own account of itself was overwritten on the disk. */
describe('a full-text index that is destroyed', () => {
  const temp = openTempRecords();
  let db: Database;
  let ask: ReturnType<typeof createAnswer>;
  before(() => {
    for (let at = 0; at < 30; at += 1) temp.create('typical-case', `第${at}轮胎案`);
    temp.db.unsafeMode(true);
    temp.db.exec("UPDATE search_body_data SET block = x'00000000ff000102030405' WHERE id = 10");
    const file = join(temp.folder, 'copy.db');
    temp.db.prepare('VACUUM INTO ?').run(file);
    db = openDatabase(file, temp.key);
    const open = { ...temp.context.open, db } as typeof temp.context.open;
    ask = createAnswer({ ...temp.context, open }, storeHandlers);
  });
  after(() => {
    db.close();
    temp.close();
  });
  const valueOf = async (name: string, input: object = {}, jobId?: string) => {
    const answer = await ask({ name, input, ...(jobId === undefined ? {} : { jobId }) });
    return answer.ok ? answer.value : answer.failure.code;
  };

  it('is called what it is, and neither a bug nor a damaged workspace', async () => {
    assert.equal(await valueOf('search.find', { query: '轮胎' }), 'search-index-damaged');
    assert.equal(await valueOf('search.facets', { query: '轮胎' }), 'search-index-damaged');
    assert.deepEqual(await valueOf('search.state'), { isComplete: true, isSound: false });
    assert.deepEqual(await valueOf('search.check', {}, 'check'), { records: 30, differing: 30 });
  });

  it('keeps nobody from saving, and a rebuild finds what was saved meanwhile', async () => {
    const made = await valueOf('records.create', { kind: 'typical-case', title: '存下来的轮胎案' });
    assert.notEqual(typeof made, 'string', String(made));
    const list = (await valueOf('records.list', {})) as { total: number };
    assert.equal(list.total, 31);
    assert.deepEqual(await valueOf('search.state'), { isComplete: false, isSound: false });
    assert.deepEqual(await valueOf('search.rebuild', {}, 'rebuild'), { records: 31 });
    assert.deepEqual(await valueOf('search.state'), { isComplete: true, isSound: true });
    const found = (await valueOf('search.find', { query: '存下来的' })) as { total: number };
    assert.equal(found.total, 1);
  });
});
