import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPlace, readPlace } from '../../../electron/store/workspace/kept-place.ts';
import type { Place } from '../../../shared/contract/workspace.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { openTempRecords } from '../../support/temp-records.ts';

test('the place one left is kept in the workspace, the last one counts, and what is no place is none', () => {
  const records = openTempRecords();
  try {
    assert.equal(readPlace(records.db), null);
    const recordId = RecordId.parse('01890000-0000-7000-8000-000000000001');
    const place: Place = {
      recordId,
      scroll: 1200,
      caret: { path: [1, 0, 2], offset: 7 },
      folded: ['facts'],
    };
    keepPlace(records.db, place);
    assert.deepEqual(readPlace(records.db), place);
    keepPlace(records.db, { ...place, recordId: null, caret: null });
    assert.equal(readPlace(records.db)?.recordId, null);
    records.db.prepare(`UPDATE workspace_facts SET value = '{}' WHERE name = 'place'`).run();
    assert.equal(readPlace(records.db), null);
  } finally {
    records.close();
  }
});
