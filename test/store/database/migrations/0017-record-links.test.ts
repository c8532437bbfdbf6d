import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

const [one, other] = [
  '0199aa00-0000-7000-8000-000000000001',
  '0199aa00-0000-7000-8000-000000000002',
];

describe('migration 0017, record links', () => {
  const made = databaseAt(16);
  after(() => made.cleanUp());

  it('finds the links of what is there, once for each target, and lets them go with their record', () => {
    const link = (recordId: string) => ({ type: 'record-link', recordId, text: '案' });
    const footnote = { type: 'footnote', children: [link(other)] };
    const blocks = [
      { type: 'paragraph', children: [link(one), link(one), footnote] },
      { type: 'paragraph', children: [{ type: 'text', text: '"record-link"' }] },
    ];
    const insert = made.db.prepare(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
       VALUES (?, 'typical-case', '', '[]', '[]', ?, 0, '', 1, 1, 1)`,
    );
    insert.run('a', JSON.stringify({ version: 2, sections: [{ blocks }] }));
    insert.run('b', '{}');
    const db = made.upgradeTo(17);
    const rows = () => db.prepare('SELECT source, target FROM record_links').raw().all();
    assert.deepEqual(rows(), [
      [1, one],
      [1, other],
    ]);
    db.exec('DELETE FROM records WHERE number = 1');
    assert.deepEqual(rows(), []);
  });
});
