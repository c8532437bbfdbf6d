import type Database from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import type { Jianzhi } from '../../renderer/api/client.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { cheapOptions, testPassphrase } from '../support/temp-workspace.ts';

/**
 * Each query through the window's own call: from the page through the main process to the store and back. `prepare` fills
 * and indexes the workspace's database; what it answers is what the store itself took, in the same file. Milliseconds for
 * each query: the middle one of five.
 */
export async function timeInWindow<Value>(
  queries: readonly string[],
  prepare: (db: Database.Database) => Promise<Value>,
): Promise<{ inStore: Value; inWindow: number[] }> {
  const userData = mkdtempSync(join(tmpdir(), 'jianzhi-bench-'));
  let app: RunningApp | undefined;
  try {
    const folder = join(userData, 'workspace');
    const context: StoreContext = { clock: Date.now, open: null };
    const wanted = {
      folder,
      kind: 'contact-point' as const,
      name: '云汀市人民检察院',
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true as const,
      acceptsFolderRisk: false,
    };
    await createWorkspace(context, wanted, cheapOptions);
    const inStore = await prepare(databaseOf(context));
    context.open?.close();
    const settings = {
      language: 'zh-CN',
      theme: 'light',
      opensWith: 'records',
      lastFolder: folder,
    };
    writeFileSync(join(userData, 'preferences.json'), JSON.stringify(settings));
    app = await launchApp({ userData });
    const { window } = app;
    await window.locator('input[type="password"]').fill(testPassphrase);
    await window.keyboard.press('Enter');
    await window.getByTestId('workspace-name').waitFor();
    // The lists of the window ask for theirs first.
    await window.waitForTimeout(2000);
    return { inStore, inWindow: await window.evaluate(timeCalls, [...queries]) };
  } finally {
    await app?.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

/** Runs in the page. */
async function timeCalls(queries: string[]): Promise<number[]> {
  const { jianzhi } = globalThis as unknown as { jianzhi: Jianzhi };
  const ask = (query: string) => jianzhi.call({ name: 'search.find', input: { query, limit: 20 } });
  for (const query of queries) await ask(query);
  const times: number[] = [];
  for (const query of queries) {
    const rounds: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      await ask(query);
      rounds.push(performance.now() - start);
    }
    times.push(rounds.toSorted((one, other) => one - other)[2] ?? 0);
  }
  return times;
}
