import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { migrations } from '../../../electron/store/database/migrations/index.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

const marker = '云汀晨雾十二里的密文标记';

/** `grep` in a process of its own: opening the files of an open database in this one would drop its locks. */
function filesWith(text: string, folder: string): string[] {
  const { stdout, status } = spawnSync('grep', ['-rlaF', text, folder], { encoding: 'utf8' });
  assert.ok(status === 0 || status === 1, 'grep ran');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('the folder of a workspace', () => {
  it('holds nothing in clear: not in the database, its journal, the key files or a backup', async () => {
    const { context, db, folder, recoveryCode, cleanUp } = await createTempWorkspace({
      name: marker,
    });
    const insert = db.prepare('INSERT INTO workspace_facts VALUES (?, ?)');
    db.transaction(() => {
      for (let i = 0; i < 500; i++) insert.run(`${marker} ${i}`, marker.repeat(20));
      db.prepare(`DELETE FROM workspace_facts WHERE name LIKE '%9'`).run();
    })();
    const secrets = [marker, testPassphrase, recoveryCode, 'AGE-SECRET-KEY', 'CREATE TABLE'];
    const search = () => secrets.flatMap((secret) => filesWith(secret, folder));
    assert.deepEqual(search(), []);
    context.open?.close();
    assert.deepEqual(search(), []);
    context.open = null;
    await openWorkspace(
      context,
      { folder, passphrase: testPassphrase, acceptsFolderRisk: false },
      { ...cheapOptions, migrations: [...migrations, () => {}] },
    );
    assert.equal(filesWith('jianzhi-key-file', folder).length, 4, 'two here, two in the backup');
    assert.deepEqual(search(), []);
    cleanUp();
  });
});
