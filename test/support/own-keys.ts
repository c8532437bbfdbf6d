import { workspaceOf, type StoreContext } from '../../electron/store/context.ts';
import { changeKeys, startEpoch } from '../../electron/store/points/change-keys.ts';

/** As `points.changeKeys`, without the passphrase, which test offices have none of. */
export function newKeysOf(context: StoreContext): { cardVersion: number; fingerprint: string } {
  const { db, info } = workspaceOf(context);
  return changeKeys(db, context.clock, info);
}

/** As `points.startEpoch`. */
export function numberAnew(context: StoreContext): void {
  startEpoch(workspaceOf(context).db, context.clock);
}
