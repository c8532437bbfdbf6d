import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { refuseRevealing } from '../answers/refuse-revealing.ts';
import type { Clock } from '../context.ts';
import { findOffice } from '../points/offices.ts';
import { withdrawable } from './earlier-sent.ts';
import { writePack, type ExportedPack } from './export-pack.ts';

export type WithdrawRequest = {
  recordIds: readonly string[];
  to: string;
  file: string;
  note: string;
};

/** Writes the pack that takes records back from an office. Codes: see the contract. */
export async function withdraw(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { recordIds, to, file, note }: WithdrawRequest,
  control: JobControl,
): Promise<ExportedPack> {
  const office = findOffice(db, to);
  if (office === null) throw new Failure('recipient-not-enrolled', { to });
  refuseRevealing(db, note, null);
  const ids = [...new Set(recordIds)];
  const sent = withdrawable(db, info.folder, office.id, ids);
  const records = ids.map((recordId) => {
    const earlier = sent.get(recordId);
    if (earlier === undefined) throw new Failure('record-not-sent', { office: office.name });
    return { recordId, packId: earlier.packId };
  });
  return writePack(
    db,
    clock,
    info,
    {
      recordIds: [],
      attachmentIds: [],
      statement: {
        format: 'jianzhi-statement',
        formatVersion: 1,
        kind: 'withdrawal',
        note,
        records,
      },
      extra: [],
      offices: [office],
      file,
    },
    control,
  );
}
