import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inTurn } from '../../../electron/store/attachments/in-turn.ts';
import { databaseOf } from '../../../electron/store/context.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { workspaceHandlers } from '../../../electron/store/workspace/handlers.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { MAX_ATTACHMENT_IN_BYTES } from '../../../shared/contract/attachments.ts';
import { noise } from '../../support/temp-attachments.ts';
import {
  cheapOptions,
  createTempFolder,
  createTempWorkspace,
  testPassphrase,
  type TempWorkspace,
} from '../../support/temp-workspace.ts';

const child = fileURLToPath(new URL('../../support/attachments-child.ts', import.meta.url));
const MEBIBYTE = 1024 ** 2;

describe('attachments in a workspace', () => {
  const outside = createTempFolder();
  let workspace: TempWorkspace;
  let record = '';

  before(async () => {
    workspace = await createTempWorkspace();
    const { id } = await recordsHandlers['records.create'](workspace.context, {
      kind: 'typical-case',
      title: '林某假冒注册商标案',
    });
    record = id;
    close();
  });
  after(() => {
    workspace.cleanUp();
    rmSync(outside, { recursive: true, force: true });
  });

  function close(): void {
    workspace.context.open?.close();
    workspace.context.open = null;
  }
  async function open() {
    const { context, folder } = workspace;
    const input = { folder, passphrase: testPassphrase, acceptsFolderRisk: false };
    await openWorkspace(context, input, cheapOptions);
    return databaseOf(context);
  }
  const run = (verb: string, file: string) =>
    spawnSync(process.execPath, [child, verb, workspace.folder, record, file], {
      encoding: 'utf8',
    });
  /** `grep` in a process of its own: opening the files of an open database in this one would drop its locks. */
  const filesWith = (text: string) =>
    spawnSync('grep', ['-rlaF', text, workspace.folder], { encoding: 'utf8' }).stdout;

  it('leave nothing half when the program is killed in the middle, and go in the next time', async () => {
    const file = join(outside, 'killed.bin');
    const bytes = noise(20 * MEBIBYTE);
    writeFileSync(file, bytes);
    assert.equal(run('die', file).signal, 'SIGKILL');
    let db = await open();
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.equal(count('record_attachments'), 0);
    assert.ok(Number(count('attachment_chunks')) > 5, 'it was killed in the middle');
    close();
    const opening = { folder: workspace.folder, passphrase: testPassphrase };
    await workspaceHandlers['workspace.open'](workspace.context, {
      ...opening,
      acceptsFolderRisk: true,
    });
    db = databaseOf(workspace.context);
    // Opening has begun to collect; this waits for its turn behind that.
    await inTurn(db, () => Promise.resolve());
    assert.equal(count('attachments'), 0);
    assert.equal(count('attachment_chunks'), 0);
    assert.equal(db.pragma('integrity_check', { simple: true }), 'ok');
    close();
    assert.equal(run('die', file).signal, 'SIGKILL');
    // Recovering opens it, too.
    const { recoveryCode } = await workspaceHandlers['workspace.recover'](workspace.context, {
      folder: workspace.folder,
      recoveryCode: workspace.recoveryCode,
      newPassphrase: testPassphrase,
      acceptsFolderRisk: true,
    });
    workspace.recoveryCode = recoveryCode;
    db = databaseOf(workspace.context);
    await inTurn(db, () => Promise.resolve());
    assert.equal(count('attachment_chunks'), 0);
    close();
    assert.equal(run('die', file).signal, 'SIGKILL');
    const { status, stdout } = run('add', file);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(createHash('sha256').update(bytes).digest('hex')));
  });

  it('of 200 MB pass through with bounded memory, and come out as they went in', () => {
    const file = join(outside, 'largest.bin');
    const hash = writeLarge(file, MAX_ATTACHMENT_IN_BYTES);
    const { status, stdout, stderr } = run('add', file);
    assert.equal(status, 0, stderr);
    const answer = JSON.parse(stdout) as { growth: number; hash: string };
    assert.equal(answer.hash, hash);
    assert.equal(hashOf(`${file}.out`), hash);
    // The database's own cache is 64 MiB of it.
    assert.ok(answer.growth < 160 * MEBIBYTE, `${String(answer.growth / MEBIBYTE)} MiB more`);
  });

  it('are nowhere in clear, neither bytes nor names', () => {
    const marker = '云汀晨雾里的包装样张';
    const file = join(outside, `${marker}.txt`);
    writeFileSync(file, marker.repeat(100_000));
    assert.equal(run('add', file).status, 0);
    assert.equal(filesWith(marker), '');
    assert.match(filesWith('jianzhi-key-file'), /./u, 'grep finds what is there');
  });
});

function writeLarge(file: string, size: number): string {
  const digest = createHash('sha256');
  const descriptor = openSync(file, 'w');
  for (let written = 0; written < size; written += 8 * MEBIBYTE) {
    const part = noise(8 * MEBIBYTE);
    digest.update(part);
    writeSync(descriptor, part);
  }
  closeSync(descriptor);
  return digest.digest('hex');
}

function hashOf(file: string): string {
  const digest = createHash('sha256');
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(8 * MEBIBYTE);
  for (;;) {
    const length = readSync(descriptor, buffer);
    if (length === 0) break;
    digest.update(buffer.subarray(0, length));
  }
  closeSync(descriptor);
  return digest.digest('hex');
}
