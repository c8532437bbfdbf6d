import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { collectReleased } from '../../../electron/store/attachments/collect-released.ts';
import { searchHandlers } from '../../../electron/store/search/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { answerBy, heldAs, sendPack, takePackIn } from '../../support/exchange.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';

const withdrawal = (recordId: string, packId: string): StatementOf<'withdrawal'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'withdrawal',
  note: '',
  records: [{ recordId, packId }],
});

describe('a withdrawal', () => {
  const point = openOffice('云汀市人民检察院');
  const other = openOffice('临溪县人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    for (const office of [point, other]) {
      await enrolAt(office, desk);
      await enrolAt(desk, office);
    }
  });
  after(() => [point, other, desk].forEach((office) => office.close()));
  const count = (table: string) =>
    desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

  it('purges the record, its history, its index and its names; the sender is told', async () => {
    const id = addRecord(point, { title: '折枝文创授权案' });
    const { packId } = await takePackIn(desk, await sendPack(point, desk, [id]));
    point.db.prepare("UPDATE records SET title = '折枝文创授权案（改）', saves = saves + 1").run();
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await takePackIn(point, await answerBy(desk));
    await takePackIn(desk, await sendPack(point, desk, [], withdrawal(id, packId)));
    await collectReleased(desk.db);
    for (const table of ['records', 'received_records', 'revisions', 'received_changes']) {
      assert.equal(count(table), 0, table);
    }
    const found = await searchHandlers['search.find'](desk.context, {
      query: '折枝',
      kinds: [],
      offset: 0,
      limit: 5,
    } as unknown as Parameters<(typeof searchHandlers)['search.find']>[1]);
    assert.equal(found.total, 0);
    const contents = desk.db
      .prepare('SELECT group_concat(contents) FROM packs_received')
      .pluck()
      .get();
    assert.ok(!String(contents).includes('折枝'));
    await takePackIn(point, await answerBy(desk));
    const { items } = await answersHandlers['answers.ofRecord'](point.context, {
      id: id as RecordId,
    });
    assert.equal(items[0]?.outcome, 'purged');
  });

  it('keeps out what comes late, and lets in what is sent again after it', async () => {
    const id = addRecord(point);
    const late = await sendPack(point, desk, [id]);
    await takePackIn(
      desk,
      await sendPack(point, desk, [], withdrawal(id, '01930000-0000-7000-8000-000000000001')),
    );
    await takePackIn(desk, late);
    assert.equal(count('records'), 0);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    assert.equal(count('records'), 1);
    heldAs(desk, id);
  });

  it('takes back nobody else’s record, though it bears the same id', async () => {
    const id = addRecord(other);
    const { packId } = await takePackIn(desk, await sendPack(other, desk, [id]));
    const stood = count('records');
    await takePackIn(desk, await sendPack(point, desk, [], withdrawal(id, packId)));
    assert.equal(count('records'), stood);
  });
});
