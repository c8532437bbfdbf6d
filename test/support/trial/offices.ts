import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, workspaceOf, type StoreContext } from '../../../electron/store/context.ts';
import { createWorkspace } from '../../../electron/store/workspace/create-workspace.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { sentFolder } from '../../../electron/store/workspace/layout.ts';
import { enrolAt } from '../office.ts';
import { cheapOptions, testPassphrase } from '../temp-workspace.ts';
import { copyLife, count, DAY_IN_MS, officeAt, type Office, type Trial } from './model.ts';
import { newKeysOf, numberAnew } from '../own-keys.ts';

export type Size = { points: number; provinces: number };
const START = Date.UTC(2026, 11, 1, 1);

/** The desk is number 0, then the provinces, then the points: a workspace each, with its vault (Argon2id at its cheapest) and its keys. */
export async function openOffices(trial: Trial, { points, provinces }: Size): Promise<void> {
  for (let index = 0; index <= provinces + points; index += 1) {
    const kind = index === 0 ? 'desk' : index <= provinces ? 'province' : 'contact-point';
    const province = kind === 'contact-point' ? 1 + ((index - 1 - provinces) % provinces) : null;
    trial.offices.push(await openOne(trial, index, kind, province === null ? [0] : [0, province]));
  }
  for (const office of trial.offices) {
    for (const to of office.index === 0 ? [] : office.upward) {
      await compareCards(trial, office.index, to);
      await compareCards(trial, to, office.index);
    }
  }
}

async function openOne(
  trial: Trial,
  index: number,
  kind: Office['kind'],
  upward: readonly number[],
): Promise<Office> {
  const folder = join(trial.folder, `office-${String(index)}`);
  const name = { desk: '检察厅', province: '江岚省院', 'contact-point': '云汀市院' }[kind];
  // Some clocks are years off from the first day.
  const skewInDays = trial.random.below(6) === 0 ? (trial.random.below(9) - 4) * 500 : 0;
  const context: StoreContext = { clock: () => START, open: null };
  await createWorkspace(
    context,
    {
      folder,
      kind,
      name: `${name}${String(index)}`,
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
    },
    cheapOptions,
  );
  const { info } = workspaceOf(context);
  const office: Office = {
    context,
    // Another one after a backup was restored.
    get db() {
      return databaseOf(context);
    },
    id: info.id,
    name: info.name,
    folder,
    close: () => context.open?.close(),
    index,
    kind,
    upward,
    former: [],
    skewInDays,
    epoch: 1,
    keyVersion: 1,
    life: {
      arrived: new Set(),
      wrote: new Set(),
      epochs: new Map(),
      cards: new Map(),
      formerCards: new Set(),
      own: new Map(),
      held: new Map(),
      withdrawn: new Map(),
      guidance: new Map(),
      calls: new Map(),
      messages: new Map(),
      figures: new Map(),
      figureWords: new Map(),
      registry: new Map(),
      drafts: new Map(),
      said: new Map(),
      threads: new Map(),
    },
    numbers: new Map(),
    backup: null,
  };
  let ticks = 0;
  context.clock = () =>
    START + (trial.week * 7 + office.skewInDays) * DAY_IN_MS + (ticks += 1) * 1000;
  return office;
}

/** The card of `other` is compared by telephone and typed in at `at`. */
export async function compareCards(trial: Trial, at: number, other: number): Promise<void> {
  const [office, theirs] = [officeAt(trial, at), officeAt(trial, other)];
  if (office.life.cards.get(other) === theirs.keyVersion) return;
  await enrolAt(office, theirs);
  const before = office.life.cards.get(other);
  if (before !== undefined) office.life.formerCards.add(`${String(other)} ${String(before)}`);
  office.life.cards.set(other, theirs.keyVersion);
}

/** Now, or before it came under another province. */
const isUnder = ({ upward, former }: Office, index: number) =>
  upward.includes(index) || former.includes(index);

/** Everybody with whom an office exchanges packs. */
export function peersOf(trial: Trial, index: number): number[] {
  return trial.offices
    .filter(
      (one) =>
        one.index !== index && (isUnder(one, index) || isUnder(officeAt(trial, index), one.index)),
    )
    .map((one) => one.index);
}

export function backUpOffice(trial: Trial, office: Office): void {
  const folder = `${office.folder}-backup`;
  rmSync(folder, { recursive: true, force: true });
  office.db.pragma('wal_checkpoint(TRUNCATE)');
  // As a backup is: without the copies of packs that were sent.
  const isSentCopy = (path: string) => path.startsWith(sentFolder(office.folder));
  cpSync(office.folder, folder, { recursive: true, filter: (path) => !isSentCopy(path) });
  office.backup = { folder, life: copyLife(office.life) };
  count(trial, 'backups');
}

/** The computer broke: the workspace is as it was when it was backed up, and its numbers run in a new epoch from now on. */
export async function restoreOffice(trial: Trial, office: Office): Promise<void> {
  const { backup } = office;
  if (backup === null) return;
  office.close();
  office.context.open = null;
  rmSync(office.folder, { recursive: true, force: true });
  cpSync(backup.folder, office.folder, {
    recursive: true,
    filter: (path) => !/lock(-journal)?$/u.test(path),
  });
  await openWorkspace(
    office.context,
    { folder: office.folder, passphrase: testPassphrase, acceptsFolderRisk: false },
    cheapOptions,
  );
  numberAnew(office.context);
  office.life = copyLife(backup.life);
  office.epoch += 1;
  count(trial, 'restores');
}

/** New keys of an office's own; the old identity stays, to read what is on its way. */
export async function changeKeys(trial: Trial, office: Office): Promise<void> {
  newKeysOf(office.context);
  office.keyVersion += 1;
  // What is in the backup has the old keys; it is of no use any more.
  office.backup = null;
  count(trial, 'key changes');
}
