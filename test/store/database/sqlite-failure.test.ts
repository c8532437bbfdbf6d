import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { toFailure } from '../../../electron/store/database/sqlite-failure.ts';
import { Failure } from '../../../shared/errors.ts';
import { createTempFolder } from '../../support/temp-workspace.ts';

const folder = createTempFolder();
after(() => rmSync(folder, { recursive: true, force: true }));

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return toFailure(error)?.code;
  }
  throw new Error('nothing was thrown');
}

describe('what an error of SQLite or of the disk means', () => {
  const db = new Database(join(folder, 'plain.db'));
  db.exec('CREATE TABLE t (x)');

  it('is a full disk when there is no room', () => {
    db.pragma('max_page_count=2');
    const fill = () => db.prepare('INSERT INTO t VALUES (randomblob(100000))').run();
    assert.equal(codeOf(fill), 'disk-full');
    db.pragma('max_page_count=1073741823');
  });

  it('is a workspace in use when another connection has it', () => {
    const other = new Database(join(folder, 'plain.db'), { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    assert.equal(
      codeOf(() => other.exec('BEGIN EXCLUSIVE')),
      'workspace-in-use',
    );
    db.exec('ROLLBACK');
    other.close();
  });

  it('is a folder without the right to write', () => {
    const reading = new Database(join(folder, 'plain.db'), { readonly: true });
    assert.equal(
      codeOf(() => reading.exec('DELETE FROM t')),
      'folder-not-writable',
    );
    assert.equal(
      codeOf(() => new Database(folder)),
      'folder-not-writable',
    );
  });

  it('is damage only when the content is wrong', () => {
    const notOne = new Database(import.meta.filename);
    assert.equal(
      codeOf(() => notOne.exec('SELECT * FROM t')),
      'workspace-damaged',
    );
  });

  it('is a full disk when Node says so', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    assert.equal(toFailure(full)?.code, 'disk-full');
  });

  it('is a bug when it is a mistake in the program', () => {
    assert.equal(
      codeOf(() => db.exec('SELEKT')),
      undefined,
    );
    assert.equal(
      codeOf(() => db.exec('SELECT * FROM nowhere')),
      undefined,
    );
    assert.equal(
      codeOf(() => readFileSync('/nowhere')),
      undefined,
    );
    assert.equal(toFailure('text'), null);
    assert.equal(toFailure(new TypeError('x')), null);
  });

  it('is what it already was when it is a failure', () => {
    const failure = new Failure('record-not-found');
    assert.equal(toFailure(failure), failure);
  });
});
