import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { completenessOf } from '../../../../shared/templates/completeness.ts';
import { newDocument } from '../../../../shared/templates/index.ts';
import { noFields } from '../../../../shared/templates/record-fields.ts';
import type { RecordKind } from '../../../../shared/contract/records.ts';
import { databaseAt } from '../../../support/migrated-database.ts';

describe('migration 0013, listing', () => {
  const made = databaseAt(12);
  after(() => made.cleanUp());

  it('gives what left the status it has, precedents none, and counts how complete each record is', () => {
    const insert = made.db.prepare(
      `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
         created_at, changed_at, fields) VALUES (?, ?, '案', ?, '[]', ?, 0, '', 1, 1, 1, ?)`,
    );
    const document = newDocument('typical-case');
    const [first] = document.sections;
    first?.blocks.push({ type: 'paragraph', children: [{ type: 'text', text: '茶' }] });
    const fields = { functions: ['criminal'], region: '330000' };
    insert.run('sent', 'typical-case', '["茶"]', JSON.stringify(document), JSON.stringify(fields));
    insert.run('kept', 'work-report', '[]', JSON.stringify(newDocument('work-report')), '{}');
    insert.run('read', 'precedent', '[]', '{}', '{}');
    insert.run('odd', 'typical-case', '[]', 'no document', '{}');
    const pack = made.db.prepare(
      `INSERT INTO packs_written (pack_id, kind, recipient_id, recipient_name, channel, epoch, sequence, hash,
         created_at, file_name, contents) VALUES (?, 'submission', 'o', 'o', 'c', 'e', ?, 'h', ?, 'f', ?)`,
    );
    pack.run('p1', 1, 50, '[{"id":"sent"},{"id":"purged"}]');
    pack.run('p2', 2, 60, '[{"id":"sent"},{"id":"read"}]');
    const db = made.upgradeTo(13);
    const rows = db.prepare(
      'SELECT id, status, status_at AS at, completeness AS done, region FROM records ORDER BY number',
    );
    const done = (kind: RecordKind, keywords: string[]) =>
      completenessOf(kind, {
        keywords,
        caseNumbers: [],
        document: kind === 'typical-case' ? document : newDocument(kind),
        fields: { ...noFields(), functions: keywords.length > 0 ? ['criminal'] : [] },
      });
    assert.deepEqual(rows.all(), [
      {
        id: 'sent',
        status: 'submitted',
        at: 60,
        done: done('typical-case', ['茶']),
        region: '330000',
      },
      { id: 'kept', status: 'draft', at: null, done: done('work-report', []), region: null },
      { id: 'read', status: null, at: null, done: null, region: null },
      { id: 'odd', status: 'draft', at: null, done: null, region: null },
    ]);
    assert.deepEqual(
      db.prepare('SELECT before, after, at, who, pack_id FROM status_changes ORDER BY id').all(),
      [
        { before: 'draft', after: 'submitted', at: 50, who: 'program', pack_id: 'p1' },
        { before: 'submitted', after: 'submitted', at: 60, who: 'program', pack_id: 'p2' },
      ],
    );
    assert.equal(db.prepare('SELECT count(*) FROM unread_records').pluck().get(), 0);
  });
});
