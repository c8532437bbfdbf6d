import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0016, precedent reports', () => {
  const made = databaseAt(15);
  after(() => made.cleanUp());

  it('makes searches and hits that go with their report, and a report that outlives its matter', () => {
    const db = made.upgradeTo(16);
    db.exec(`
      INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
        VALUES ('a', 'typical-case', '', '[]', '[]', '{}', 0, '', 1, 1, 1), ('b', 'precedent-search-report', '', '[]', '[]', '{}', 0, '', 1, 1, 1);
      INSERT INTO precedent_reports (report_number, matter_number) VALUES (2, 1);
      INSERT INTO precedent_searches (id, report_number, place, purpose, query, kinds) VALUES ('s', 2, 1, 'party', '林某', '[]');
      INSERT INTO precedent_hits (report_number, found, place, title, kind, case_numbers, office, is_new, seen_hash)
        VALUES (2, 'c', 1, '', 'precedent', '[]', '', 0, x'00');
      INSERT INTO precedent_finds VALUES ('s', 'c');
      DELETE FROM records WHERE number = 1`);
    const matter = db.prepare('SELECT matter_number FROM precedent_reports').pluck();
    assert.equal(matter.get(), null);
    db.exec('DELETE FROM records WHERE number = 2');
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.deepEqual(
      ['reports', 'searches', 'hits', 'finds'].map((name) => count(`precedent_${name}`)),
      [0, 0, 0, 0],
    );
  });
});
