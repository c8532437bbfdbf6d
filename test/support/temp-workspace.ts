import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Clock, StoreContext } from '../../electron/store/context.ts';
import { databaseOf } from '../../electron/store/context.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { standardOptions, type WorkspaceOptions } from '../../electron/store/workspace/options.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';

/** Argon2id at its cheapest and no waiting: for tests alone. */
export const cheapOptions: WorkspaceOptions = {
  ...standardOptions,
  cost: { memoryInKiB: 8, passes: 1, lanes: 1 },
  sleep: () => Promise.resolve(),
  riskOf: () => 'none',
};

export const testPassphrase = '云汀晨雾十二里';

export type TempWorkspace = {
  context: StoreContext;
  db: Database;
  folder: string;
  recoveryCode: string;
  cleanUp: () => void;
};

/** A fresh open workspace in a folder of its own. Call `cleanUp` when done. */
export async function createTempWorkspace(
  wishes: {
    kind?: WorkspaceKind;
    name?: string;
    clock?: Clock;
    options?: Partial<WorkspaceOptions>;
  } = {},
): Promise<TempWorkspace> {
  const folder = createTempFolder();
  const context: StoreContext = { clock: wishes.clock ?? Date.now, open: null };
  const { recoveryCode } = await createWorkspace(
    context,
    {
      folder,
      kind: wishes.kind ?? 'contact-point',
      name: wishes.name ?? '江岚省云汀市人民检察院',
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
    },
    { ...cheapOptions, ...wishes.options },
  );
  const cleanUp = () => {
    context.open?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context, db: databaseOf(context), folder, recoveryCode, cleanUp };
}

export function createTempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'jianzhi-test-'));
}
