import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answersHandlers } from '../../electron/store/answers/handlers.ts';
import { workspaceOf } from '../../electron/store/context.ts';
import { inboxHandlers } from '../../electron/store/inbox/handlers.ts';
import type { BagFile } from '../../electron/store/packs/bag.ts';
import { writePack } from '../../electron/store/packs/export-pack.ts';
import { findOffice } from '../../electron/store/points/offices.ts';
import type { TakenIn } from '../../shared/contract/inbox.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { plainSubmission, type Statement } from '../../shared/packs/statement.ts';
import { decideAll } from './decide.ts';
import { watchJob, type TestOffice } from './office.ts';

let files = 0;

/** Writes a pack of any kind from one office to another and answers its file. What the scanner finds in the records is kept. */
export async function sendPack(
  from: TestOffice,
  to: TestOffice,
  recordIds: readonly string[],
  statement: Statement = plainSubmission(''),
  extra: readonly BagFile[] = [],
): Promise<string> {
  const { db, info } = workspaceOf(from.context);
  const office = findOffice(db, to.id);
  assert.ok(office);
  if (recordIds.length > 0) await decideAll(from, { recordIds });
  files += 1;
  const file = join(from.folder, `${String(files)}.jzpack`);
  const pack = {
    recordIds,
    attachmentIds: [],
    statement,
    extra,
    offices: [office] as const,
    file,
  };
  await writePack(db, from.context.clock, info, { ...pack, offices: [office] }, watchJob());
  return file;
}

export function takePackIn(at: TestOffice, file: string): Promise<TakenIn> {
  return inboxHandlers['inbox.takeIn'](at.context, { file }, watchJob());
}

/** The one receipt that an office owes, written into its folder. */
export async function answerBy(from: TestOffice): Promise<string> {
  const { receipts } = await answersHandlers['receipts.write'](
    from.context,
    { folder: from.folder },
    watchJob(),
  );
  assert.equal(receipts.length, 1);
  const file = receipts[0]?.file ?? '';
  assert.ok(readdirSync(from.folder).some((name) => file.endsWith(name)));
  return file;
}

/** The id that a record of another office has here. */
export function heldAs(at: TestOffice, recordId: string): RecordId {
  const id = at.db
    .prepare(
      'SELECT id FROM received_records JOIN records ON number = record_number WHERE record_id = ?',
    )
    .pluck()
    .get(recordId);
  assert.equal(typeof id, 'string', 'the record is not here');
  return id as RecordId;
}

export function statusOf(at: TestOffice, id: string): unknown {
  return at.db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id);
}
