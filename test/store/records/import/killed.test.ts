import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../../../electron/store/database/migrate.ts';
import { createDatabase, openDatabase } from '../../../../electron/store/database/open.ts';
import { importFiles } from '../../../../electron/store/records/import/import-files.ts';
import { recordingControl } from '../../../support/temp-records.ts';

const child = fileURLToPath(new URL('../../../support/import-child.ts', import.meta.url));
const FILES = 400;
const key = Buffer.alloc(32, 7);

const story = (name: string) =>
  `${name}假冒注册商标案\n【基本案情】${name}在云汀市望舒区租用仓库，以次充好。\n【典型意义】推动行业规范经营。\n`;

describe('an import that is killed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-killed-'));
  const files = mkdtempSync(path.join(tmpdir(), 'jianzhi-killed-files-'));
  const database = path.join(folder, 'workspace.db');

  before(() => {
    const db = createDatabase(database, key);
    migrate(db);
    db.close();
    for (let index = 0; index < FILES; index += 1) {
      const text = `关于印发典型案例的通知第${index}号\n案例一\n${story(`林某${index}`)}案例二\n${story(`周某某${index}`)}`;
      writeFileSync(path.join(files, `${index}.txt`), text);
    }
  });
  after(() => {
    for (const one of [folder, files]) rmSync(one, { recursive: true, force: true });
  });

  /** Answers the last number of files that it called done. */
  async function killed(afterDone: number, andMilliseconds: number): Promise<number> {
    const importing = spawn(process.execPath, [child, database, key.toString('hex'), files]);
    const over = new Promise((resolve) => importing.on('close', resolve));
    let said = 0;
    importing.stdout.setEncoding('utf8').on('data', (text: string) => {
      const first = said < afterDone;
      for (const line of text.trim().split('\n')) said = Number(line);
      if (first && said >= afterDone)
        void setTimeout(andMilliseconds).then(() => importing.kill('SIGKILL'));
    });
    await over;
    assert.equal(importing.signalCode, 'SIGKILL');
    return said;
  }

  it('keeps whole files only, all that it called done, and goes on the next time', async () => {
    let least = 0;
    for (const [done, wait] of [
      [1, 7],
      [40, 3],
      [100, 11],
    ] as const) {
      const said = await killed(done, wait);
      const db = openDatabase(database, key);
      const count = db.prepare('SELECT count(*) FROM records').pluck().get() as number;
      const found = db.prepare('SELECT count(*) FROM search_entries').pluck().get();
      assert.equal(db.pragma('integrity_check', { simple: true }), 'ok');
      db.close();
      assert.equal(count % 3, 0, 'each file is three records');
      assert.equal(found, count);
      assert.ok(
        count / 3 >= Math.max(said, least),
        `${said} were called done, ${count / 3} are there`,
      );
      least = count / 3;
    }
    const db = openDatabase(database, key);
    const input = {
      kind: 'typical-case' as const,
      paths: [files],
      choices: [],
      changes: null,
      only: null,
    };
    const report = await importFiles(db, input, Date.now, recordingControl());
    assert.deepEqual(
      [report.imported + report.recognisedAgain, report.recognisedAgain],
      [FILES * 3, least * 3],
    );
    db.close();
  });
});
