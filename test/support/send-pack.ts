import assert from 'node:assert/strict';
import { join } from 'node:path';
import { workspaceOf } from '../../electron/store/context.ts';
import { writePack, type PackToWrite } from '../../electron/store/packs/export-pack.ts';
import { findOffice } from '../../electron/store/points/offices.ts';
import { plainSubmission, type Statement } from '../../shared/packs/statement.ts';
import { decideAll } from './decide.ts';
import { watchJob, type TestOffice } from './office.ts';

let files = 0;

/** A pack as the program writes it; where it lies. */
export async function sendPack(
  from: TestOffice,
  to: TestOffice,
  recordIds: string[],
  statement: Statement = plainSubmission(''),
): Promise<string> {
  const { db, info } = workspaceOf(from.context);
  const office = findOffice(db, to.id);
  assert.ok(office);
  await decideAll(from, { recordIds, attachmentIds: [] });
  files += 1;
  const file = join(from.folder, `${String(files)}.jzpack`);
  const pack: PackToWrite = {
    recordIds,
    attachmentIds: [],
    statement,
    extra: [],
    offices: [office],
    file,
  };
  await writePack(db, from.context.clock, info, pack, watchJob());
  return file;
}
