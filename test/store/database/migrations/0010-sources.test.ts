import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

const cites = (...ids: string[]) =>
  JSON.stringify({
    children: ids.map((sourceId) => ({ type: 'citation', items: [{ sourceId }] })),
  });

describe('migration 0010, sources', () => {
  const made = databaseAt(9);
  after(() => made.cleanUp());
  const insert = (id: string, document: string) =>
    made.db
      .prepare(
        `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
           created_at, changed_at) VALUES (?, 'research-note', '', '[]', '[]', ?, 0, '', 1, 0, 0)`,
      )
      .run(id, document);
  const cited = () =>
    made.db
      .prepare('SELECT record_number, source_id FROM record_sources ORDER BY 1, 2')
      .raw()
      .all();

  it('knows what was cited before, each source once', () => {
    insert('before', cites('a', 'b', 'a'));
    insert('without', '{"children":[{"text":"sourceId"}]}');
    made.upgradeTo(10);
    assert.deepEqual(cited(), [
      [1, 'a'],
      [1, 'b'],
    ]);
  });

  it('follows every way of writing and deleting a document', () => {
    insert('after', cites('b', 'c'));
    made.db.prepare("UPDATE records SET document = ? WHERE id = 'before'").run(cites('d'));
    made.db.prepare("UPDATE records SET title = 'x' WHERE id = 'without'").run();
    assert.deepEqual(cited(), [
      [1, 'd'],
      [3, 'b'],
      [3, 'c'],
    ]);
    made.db.prepare("UPDATE records SET document = '{}' WHERE id = 'before'").run();
    made.db.prepare("DELETE FROM records WHERE id = 'after'").run();
    assert.deepEqual(cited(), []);
  });

  it('takes words of a text that look like a citation for words', () => {
    insert('words', JSON.stringify({ children: [{ text: '"sourceId":"e" {"sourceId":"e"}' }] }));
    assert.deepEqual(cited(), []);
  });
});
