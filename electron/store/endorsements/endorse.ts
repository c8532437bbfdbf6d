import type { Database } from 'better-sqlite3';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import type { endorsements } from '../../../shared/contract/endorsements.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { isForwardable } from '../../../shared/packs/pack-kinds.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { refuseRevealing } from '../answers/refuse-revealing.ts';
import type { Clock } from '../context.ts';
import { writePack } from '../packs/export-pack.ts';
import { findOffice } from '../points/offices.ts';
import { originalFiles } from './keep-original.ts';
import { findOriginal, recordsOf, type OriginalRow } from './list-packs.ts';
import { noteEndorsed, unnoteEndorsed } from './note-endorsed.ts';

type Write = (typeof endorsements)['endorsements.write'];
type Opinions = StatementOf<'endorsement'>['opinions'];

/** See `endorsements.write`. */
export async function endorse(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { packId, to, file, note }: InputOf<Write>,
  control: JobControl,
): Promise<OutputOf<Write>> {
  const original = findOriginal(db, packId);
  const files = original === undefined ? [] : originalFiles(db, original.number);
  if (original === undefined || files.length === 0 || !isForwardable(original.kind)) {
    throw new Failure('original-not-kept');
  }
  const office = findOffice(db, to);
  if (office === null) throw new Failure('recipient-not-enrolled', { to });
  refuseRevealing(db, note, null);
  const opinions = opinionsOn(db, original);
  const { hash, senderId } = original;
  const written = await writePack(
    db,
    clock,
    info,
    {
      recordIds: [],
      attachmentIds: [],
      statement: {
        format: 'jianzhi-statement',
        formatVersion: 1,
        kind: 'endorsement',
        note,
        original: { packId, hash, senderId },
        opinions,
      },
      extra: files,
      // Each was verified when it came, and no other bytes of it are read now.
      trusted: new Map(files.map(({ path, sha256 }) => [path, sha256])),
      forwarded: original.kind === 'withdrawal' ? [] : opinions.map(({ recordId }) => recordId),
      marking: original.highestMarking,
      offices: [office],
      file,
      onNoted: {
        note: (endorsementId) =>
          noteEndorsed(db, clock, { packId: endorsementId, original, office, opinions }),
        unnote: () => unnoteEndorsed(db, original),
      },
    },
    control,
  );
  const { sizeInBytes, verification } = written;
  return { packId: written.packId, file: written.file, sizeInBytes, verification };
}

/** What was given of each record. Taking back what was forwarded needs no opinion. Fails: `opinion-missing`. */
function opinionsOn(db: Database, original: OriginalRow): Opinions {
  const records = recordsOf(db, original);
  if (original.kind === 'withdrawal') {
    return records.map(({ recordId }) => ({ recordId, opinion: 'recommended', text: '' }));
  }
  const missing = records.filter(({ given }) => given === null).length;
  if (missing > 0) throw new Failure('opinion-missing', { count: missing });
  return records.flatMap(({ recordId, given }) =>
    given === null ? [] : [{ recordId, opinion: given.opinion, text: given.text }],
  );
}
