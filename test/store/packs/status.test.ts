import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { changeStatus } from '../../../electron/store/records/change-status.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';

describe('what a pack carried', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const out = join(point.folder, 'out');
  before(async () => {
    mkdirSync(out);
    await enrolAt(point, desk);
  });
  after(() => {
    for (const office of [point, desk]) office.close();
  });
  const send = (id: RecordId, file: string, control = watchJob()) =>
    packsHandlers['packs.export'](
      point.context,
      { recordIds: [id], to: desk.id, file: join(out, file) },
      control,
    );
  const statusOf = (id: RecordId) =>
    point.db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id);
  const changesOf = (id: RecordId) =>
    point.db
      .prepare(
        `SELECT before, after, who FROM status_changes
         WHERE record_number = (SELECT number FROM records WHERE id = ?) ORDER BY id`,
      )
      .all(id);

  it('is submitted, by the program, and again whenever another pack carries it', async () => {
    const [id, other] = [RecordId.parse(addRecord(point)), RecordId.parse(addRecord(point))];
    await send(id, '1.jzpack');
    assert.deepEqual([statusOf(id), statusOf(other)], ['submitted', 'draft']);
    changeStatus(point.db, Date.now, { id, to: 'returned', who: 'profile' });
    await send(id, '2.jzpack');
    assert.deepEqual(changesOf(id), [
      { before: 'draft', after: 'submitted', who: 'program' },
      { before: 'submitted', after: 'returned', who: 'profile' },
      { before: 'returned', after: 'submitted', who: 'program' },
    ]);
  });

  it('is what it was if the pack could not get its name, and the trail says so', async () => {
    const id = RecordId.parse(addRecord(point));
    const control = watchJob((phase) => {
      if (phase === 'verifying') writeFileSync(join(out, '3.jzpack'), 'somebody else’s');
    });
    await assert.rejects(send(id, '3.jzpack', control), failsWith('file-exists'));
    assert.deepEqual([statusOf(id), changesOf(id)], ['draft', []]);
    const details = point.db
      .prepare(
        "SELECT detail FROM audit WHERE subject = ? AND action = 'status-changed' ORDER BY number",
      )
      .pluck()
      .all(id) as string[];
    assert.deepEqual(
      details.map((detail) => (JSON.parse(detail) as { to: string }).to),
      ['submitted', 'draft'],
    );
  });
});
