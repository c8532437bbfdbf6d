import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import { sentFolder } from '../../electron/store/workspace/layout.ts';
import type { TestOffice } from './office.ts';
import { numberAnew } from './own-keys.ts';

/** A backup of an office as it is now; what is answered restores it, with a new numbering. No backup has the copies of what was sent. */
export function backUp(office: TestOffice): () => Promise<void> {
  const bytes = office.db.serialize();
  return async () => {
    const { open } = office.context;
    if (open === null) throw new Error('the office is closed');
    const file = join(office.folder, 'workspace.db');
    office.db.close();
    writeFileSync(file, bytes);
    rmSync(sentFolder(office.folder), { recursive: true, force: true });
    const db = new Database(file);
    office.db = db;
    office.close = () => {
      db.close();
      rmSync(office.folder, { recursive: true, force: true });
    };
    office.context.open = { ...open, db, close: office.close };
    numberAnew(office.context);
  };
}

/** Somebody telephoned: the new numberings that were held are the senders’. */
export async function confirmEpochs(at: TestOffice): Promise<void> {
  const { items } = await inboxHandlers['inbox.heldEpochs'](at.context, {});
  for (const { channel, epoch } of items) {
    await inboxHandlers['inbox.confirmEpoch'](at.context, { channel, epoch });
  }
}
