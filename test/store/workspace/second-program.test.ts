import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { StoreContext } from '../../../electron/store/context.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { failsWith } from '../../support/failure.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

type Child = ChildProcessByStdio<null, Readable, null>;

function startChild(verb: 'hold' | 'write', folder: string): Child {
  const script = join(import.meta.dirname, '../../support/workspace-child.ts');
  return spawn(process.execPath, [script, verb, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function kill(child: Child): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function open(folder: string): Promise<StoreContext> {
  const context: StoreContext = { clock: Date.now, open: null };
  const input = { folder, passphrase: testPassphrase, acceptsFolderRisk: false };
  await openWorkspace(context, input, cheapOptions);
  return context;
}

describe('a second program', () => {
  it('is refused while the first has the workspace, and let in when the first was killed', async () => {
    const { context, folder, cleanUp } = await createTempWorkspace();
    context.open?.close();
    const child = startChild('hold', folder);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(said.toString(), 'open\n');
    await assert.rejects(open(folder), failsWith('workspace-in-use'));
    await kill(child);
    (await open(folder)).open?.close();
    cleanUp();
  });

  it('is refused while this one has the workspace', async () => {
    const { folder, cleanUp } = await createTempWorkspace();
    const child = startChild('hold', folder);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(said.toString(), 'workspace-in-use\n');
    cleanUp();
  });
});

describe('a program killed while it writes', () => {
  for (const enough of [1, 40, 400]) {
    it(`has lost none of the ${enough} or more writes that it acknowledged`, async () => {
      const { context, folder, cleanUp } = await createTempWorkspace();
      context.open?.close();
      const child = startChild('write', folder);
      let acknowledged = -1;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged = Number(line);
        if (acknowledged + 1 === enough) child.kill('SIGKILL');
      }
      const reopened = await open(folder);
      const names = reopened.open?.db
        .prepare(`SELECT name FROM workspace_facts WHERE name LIKE 'write %'`)
        .pluck()
        .all();
      for (let number = 0; number <= acknowledged; number++) {
        assert.ok(names?.includes(`write ${number}`), `write ${number}`);
      }
      reopened.open?.close();
      cleanUp();
    });
  }
});
