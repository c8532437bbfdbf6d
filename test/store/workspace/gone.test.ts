import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { createAnswer } from '../../../electron/store/answer.ts';
import { storeHandlers } from '../../../electron/store/handlers.ts';
import { createTempWorkspace } from '../../support/temp-workspace.ts';

const { context, folder, cleanUp } = await createTempWorkspace();
const elsewhere = `${folder}-elsewhere`;
after(() => {
  cleanUp();
  rmSync(elsewhere, { recursive: true, force: true });
});

const answer = createAnswer(context, storeHandlers);
async function codeOf(name: string, input: unknown = {}): Promise<string> {
  const result = await answer({ name, input });
  return result.ok ? 'ok' : result.failure.code;
}
const create = () => codeOf('records.create', { kind: 'typical-case', title: '林某案' });

test(
  'a workspace whose folder is gone says that nothing is saved any more, is still read, and takes up again when it is back',
  { skip: process.platform === 'win32' },
  async () => {
    assert.equal(await create(), 'ok');
    renameSync(folder, elsewhere);
    assert.equal(await create(), 'workspace-not-found');
    assert.equal(await codeOf('records.addSamples'), 'workspace-not-found');
    assert.equal(await codeOf('records.list'), 'ok');
    renameSync(elsewhere, folder);
    assert.equal(await create(), 'ok');
    rmSync(folder, { recursive: true });
    assert.equal(await create(), 'workspace-not-found');
    assert.equal(await codeOf('workspace.lock'), 'ok');
  },
);
