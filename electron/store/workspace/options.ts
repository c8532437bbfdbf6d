import { setTimeout as sleep } from 'node:timers/promises';
import type { Migration } from '../database/migrations/index.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Argon2Cost } from '../vault/key-file.ts';
import { standardCost } from '../vault/seal-key.ts';
import { detectFolderRisk } from './folder-risk.ts';
import type { FolderRisk } from '../../../shared/contract/workspace.ts';

/** What tests replace; no caller of an operation can. */
export type WorkspaceOptions = {
  cost: Argon2Cost;
  sleep: (milliseconds: number) => Promise<unknown>;
  migrations: readonly Migration[];
  riskOf: (folder: string) => FolderRisk;
};

export const standardOptions: WorkspaceOptions = {
  cost: standardCost,
  sleep: (milliseconds) => sleep(milliseconds),
  migrations,
  riskOf: (folder) => detectFolderRisk(folder),
};
