import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { migrate, readVersion } from '../../../electron/store/database/migrate.ts';
import { migrations, type Migration } from '../../../electron/store/database/migrations/index.ts';
import { failsWith } from '../../support/failure.ts';
import { databaseAt, schemaOf } from '../../support/migrated-database.ts';

const latest = migrations.length;

describe('migrations', () => {
  it('bring every older version to the schema of a fresh database, and keep what is in it', () => {
    const fresh = databaseAt(latest);
    for (let version = 1; version < latest; version++) {
      const old = databaseAt(version);
      old.db.prepare(`INSERT INTO workspace_facts VALUES ('name', '云汀')`).run();
      for (let next = version + 1; next <= latest; next++) old.upgradeTo(next);
      assert.deepEqual(schemaOf(old.db), schemaOf(fresh.db), `from version ${version}`);
      assert.equal(old.db.pragma('user_version', { simple: true }), latest);
      assert.equal(old.db.prepare('SELECT value FROM workspace_facts').pluck().get(), '云汀');
      assert.deepEqual(old.db.pragma('integrity_check'), [{ integrity_check: 'ok' }]);
      old.cleanUp();
    }
    fresh.cleanUp();
  });

  it('do nothing to a database that is up to date', () => {
    const { db, cleanUp } = databaseAt(latest);
    const before = db.prepare('SELECT total_changes()').pluck().get();
    migrate(db);
    assert.equal(db.prepare('SELECT total_changes()').pluck().get(), before);
    cleanUp();
  });

  it('are each all or nothing: one that fails leaves the last good version', () => {
    const { db, cleanUp } = databaseAt(latest);
    const before = schemaOf(db);
    const good: Migration = (on) => on.exec('CREATE TABLE good (x TEXT) STRICT');
    const bad: Migration = (on) => {
      on.exec('CREATE TABLE half (x TEXT) STRICT; DROP TABLE attachments');
      throw new Error('half-way');
    };
    assert.throws(() => migrate(db, [...migrations, good, bad]), /half-way/);
    assert.equal(db.pragma('user_version', { simple: true }), latest + 1);
    const added = schemaOf(db).filter(({ name }) => !before.some((row) => row.name === name));
    assert.deepEqual(
      added.map(({ name }) => name),
      ['good'],
    );
    assert.equal(db.pragma('foreign_keys', { simple: true }), 1);
    cleanUp();
  });

  it('may rebuild a table that others refer to, but not leave a reference broken', () => {
    const { db, cleanUp } = databaseAt(latest);
    db.exec(
      `INSERT INTO attachments VALUES ('ab', 1); INSERT INTO attachment_chunks VALUES ('ab', 0, x'00')`,
    );
    const rebuild: Migration = (on) =>
      on.exec(`
        CREATE TABLE rebuilt (hash TEXT PRIMARY KEY, size_in_bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO rebuilt SELECT * FROM attachments;
        DROP TABLE attachments;
        ALTER TABLE rebuilt RENAME TO attachments`);
    migrate(db, [...migrations, rebuild]);
    assert.equal(db.prepare('SELECT count(*) FROM attachment_chunks').pluck().get(), 1);
    const breakIt: Migration = (on) => on.exec('DELETE FROM attachments');
    assert.throws(() => migrate(db, [...migrations, rebuild, breakIt]), /broken references/);
    assert.equal(db.prepare('SELECT count(*) FROM attachments').pluck().get(), 1);
    cleanUp();
  });

  it('refuse a database of a later program', () => {
    const { db, cleanUp } = databaseAt(latest);
    db.pragma(`user_version=${latest + 1}`);
    assert.throws(() => readVersion(db), failsWith('workspace-newer'));
    assert.throws(() => migrate(db), failsWith('workspace-newer'));
    cleanUp();
  });

  it('import nothing of ours, because they must stay as they were', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const folder = new URL('../../../electron/store/database/migrations/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    assert.equal(files.length, latest);
    files.toSorted().forEach((name, index) => {
      assert.ok(name.startsWith(String(index + 1).padStart(4, '0')), name);
      const imports = readFileSync(new URL(name, folder), 'utf8').match(/from '.*'/g) ?? [];
      const others = imports.filter((from) => !from.startsWith(`from 'node:`));
      assert.deepEqual(others, [`from 'better-sqlite3'`], name);
    });
  });
});
