import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { packs } from '../../../shared/contract/packs.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { refuseUnapproved } from '../review/unapproved.ts';
import { exportPack } from './export-pack.ts';
import { listWritten } from './list-written.ts';
import { verifyPack } from './verify-pack.ts';

// Two exports at once would take the same number.
const exporting = new WeakMap<Database, Promise<unknown>>();

export const packsHandlers: Handlers<typeof packs, StoreContext> = {
  'packs.export': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    refuseUnapproved(db, input.recordIds);
    const run = () => exportPack(db, context.clock, info, input, control);
    const mine = (exporting.get(db) ?? Promise.resolve()).then(run, run);
    exporting.set(db, mine);
    return mine;
  },
  'packs.verify': (context, { file }, control) => {
    const { db, info } = workspaceOf(context);
    return verifyPack(db, info, file, control);
  },
  'packs.list': (context, page) => listWritten(databaseOf(context), page),
};
