import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { OwnFigures, PackContent, Verification } from '../../../shared/contract/packs.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { plainSubmission, type Statement } from '../../../shared/packs/statement.ts';
import { refuseRevealing } from '../answers/refuse-revealing.ts';
import type { Clock } from '../context.ts';
import { collectIfLarge, inLittleMemory } from '../database/in-little-memory.ts';
import { findOffice, type EnrolledOffice } from '../points/offices.ts';
import { currentKeys } from '../points/own-keys.ts';
import { caseloadFiles, type CaseloadFile } from './caseload-files.ts';
import { earlierSent } from './earlier-sent.ts';
import { encryptToFile } from './encrypt-to-file.ts';
import { noteWritten, unnoteWritten } from './note-written.ts';
import { placeFile, refuseExisting } from '../files/place-file.ts';
import { preparePack, type PackInput, type Prepared } from './prepare-pack.ts';
import { openQuarantine } from './quarantine.ts';
import { keepSent } from './sent-copies.ts';
import { stopIfAsked } from './stop-if-asked.ts';
import { verifyPack } from './verify-pack.ts';
import { zipBag } from './zip-bag.ts';

/** `note`: the covering note. `to`: as `findOffice`. */
export type ExportRequest = {
  recordIds: readonly string[];
  attachmentIds?: readonly AttachmentId[] | undefined;
  to: string;
  file: string;
  note?: string | undefined;
  caseload?: readonly OwnFigures[] | undefined;
};
export type ExportedPack = {
  packId: string;
  file: string;
  sizeInBytes: number;
  verification: Verification;
};

/** Writes a submission of records to an office, or a correction of what went there before. Codes: see the contract. */
export async function exportPack(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  request: ExportRequest,
  control: JobControl,
): Promise<ExportedPack> {
  const office = findOffice(db, request.to);
  if (office === null) throw new Failure('recipient-not-enrolled', { to: request.to });
  // Also the names of people who stand in none of the records.
  refuseRevealing(db, request.note ?? '', null);
  const recordIds = [...new Set(request.recordIds)];
  const { note = '', caseload = [] } = request;
  refuseRevealing(db, note, null);
  const extra = caseloadFiles(caseload);
  const contents = {
    recordIds,
    attachmentIds: request.attachmentIds ?? [],
    statement: statementFor(db, office.id, recordIds, note, extra),
    extra,
  };
  return writePack(
    db,
    clock,
    info,
    { ...contents, offices: [office], file: request.file },
    control,
  );
}

/** Fails: `pack-mixes-corrections`, `caseload-with-correction`. */
function statementFor(
  db: Database,
  officeId: string,
  recordIds: readonly string[],
  note: string,
  figures: readonly CaseloadFile[],
): Statement {
  const earlier = earlierSent(db, officeId, recordIds);
  if (earlier.size === 0) {
    const named = figures.map(({ fileName, sha256 }) => ({ period: fileName, sha256 }));
    return { ...plainSubmission(note), caseload: named };
  }
  if (earlier.size < recordIds.length) {
    const count = earlier.size;
    throw new Failure('pack-mixes-corrections', { count, others: recordIds.length - count });
  }
  if (figures.length > 0) throw new Failure('caseload-with-correction');
  const replaces = [...earlier.values()].map(({ recordId, packId, revision }) => ({
    recordId,
    packId,
    revision,
  }));
  return { format: 'jianzhi-statement', formatVersion: 1, kind: 'correction', note, replaces };
}

export type PackToWrite = Omit<PackInput, 'createdAt'> & {
  offices: readonly [EnrolledOffice, ...EnrolledOffice[]];
  file: string;
  /** The records of the original that an endorsement forwards. */
  forwarded?: readonly string[];
  /** What else is noted with the pack, in the same transaction, and taken back with it. */
  onNoted?: { note: (packId: string) => void; unnote: () => void };
};

/**
 * Writes a pack of any kind: gathers, signs, zips and encrypts into a temporary file beside the target, reads that back as a
 * receiver would, compares it with what was chosen, and only then gives it its name. A failure at any point leaves neither a
 * file nor a number taken. Two at once would take the same number: see the handlers.
 */
export function writePack(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  toWrite: PackToWrite,
  control: JobControl,
): Promise<ExportedPack> {
  return inLittleMemory(db, () => write(db, clock, info, toWrite, control));
}

async function write(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { offices, file, onNoted, forwarded, ...input }: PackToWrite,
  control: JobControl,
): Promise<ExportedPack> {
  refuseExisting(file);
  const temporary = temporaryBeside(file);
  const spool = openQuarantine(info.folder);
  try {
    const chosen = { ...input, createdAt: clock() };
    const prepared = await preparePack(db, info, offices, chosen, spool, control);
    collectIfLarge();
    const recipients = [...offices, currentKeys(db)].map(({ ageRecipient }) => ageRecipient);
    await writeEncrypted(prepared, temporary, recipients, control);
    collectIfLarge();
    const verification = await verifyPack(db, info, temporary, control, { isJustWritten: true });
    stopIfAsked(control);
    const contents = checkComplete(prepared, verification, {
      recordIds: input.recordIds,
      statement: input.statement,
      ...(forwarded === undefined ? {} : { forwarded }),
    });
    const sizeInBytes = statSync(temporary).size;
    const written = {
      pack: prepared.pack,
      hash: prepared.bag.hash,
      fileName: basename(file),
      contents,
      statement: input.statement,
    };
    const { packId } = prepared.pack;
    db.transaction(() => {
      noteWritten(db, clock, written);
      onNoted?.note(packId);
    }).immediate();
    try {
      placeFile(temporary, file);
    } catch (error) {
      db.transaction(() => {
        unnoteWritten(db, clock, written);
        onNoted?.unnote();
      }).immediate();
      throw error;
    }
    await keepSent(info.folder, packId, file);
    return { packId, file, sizeInBytes, verification };
  } finally {
    spool.close();
    rmSync(temporary, { force: true });
  }
}

async function writeEncrypted(
  { bag }: Prepared,
  file: string,
  recipients: readonly string[],
  control: JobControl,
): Promise<void> {
  const total = bag.files.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  await encryptToFile(zipBag(bag), recipients, file, (written) => {
    stopIfAsked(control);
    control.report({ done: Math.min(written, total), total, phase: 'encrypting' });
  });
}

type Chosen = Pick<PackToWrite, 'recordIds' | 'statement' | 'forwarded'>;

/** Exported equals chosen, or this is a bug and fails loudly: the pack read back, against what was asked for. */
function checkComplete(
  { pack, bag }: Prepared,
  verification: Verification,
  chosen: Chosen,
): PackContent[] {
  const { statement } = chosen;
  const found = verification.contents.map((content) => content.id);
  if (
    verification.role !== 'sender' ||
    verification.packId !== pack.packId ||
    verification.hash !== bag.hash ||
    !isDeepStrictEqual(found, expectedOf(chosen)) ||
    !isDeepStrictEqual(verification.statement, statement) ||
    // Those of an office pack are named in its records, which their hash in the statement holds; those forwarded in the original's.
    (statement.kind !== 'office' &&
      statement.kind !== 'endorsement' &&
      !isDeepStrictEqual(attachmentsOf(verification.contents), attachmentsOf(pack.contents)))
  ) {
    throw new Error('the pack read back is not the pack that was written');
  }
  return verification.contents;
}

function expectedOf({ recordIds, statement, forwarded = [] }: Chosen): readonly string[] {
  if (statement.kind === 'office') return statement.records.map(({ recordId }) => recordId);
  if (statement.kind !== 'endorsement') return recordIds;
  return forwarded;
}

function attachmentsOf(contents: readonly { attachments: unknown }[]): unknown[] {
  return contents.map(({ attachments }) => attachments);
}

/** On the same volume as the target, so that naming it is one step; hidden; never the name of something there. */
function temporaryBeside(file: string): string {
  return join(dirname(file), `.${randomBytes(8).toString('hex')}.jzpack-part`);
}
