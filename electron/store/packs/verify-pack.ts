import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { PackContent, Verification } from '../../../shared/contract/packs.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import type { OfficeRecord } from '../../../shared/packs/office-record.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import type { Content } from './pack-json.ts';
import { inLittleMemory } from '../database/in-little-memory.ts';
import { headAt } from '../audit/verify-audit.ts';
import { ownKeys } from '../points/own-keys.ts';
import { readPackedCaseload, type PackedCaseload } from './check-caseload.ts';
import { readOfficeRecords } from './check-office.ts';
import { checkOriginal, type Original } from './check-original.ts';
import { checkPayload, type PayloadSize } from './check-payload.ts';
import { checkRecords } from './check-records.ts';
import { checkTagFiles, type TagFacts } from './check-tag-files.ts';
import { decryptInto } from './decrypt.ts';
import { openArchive, type Archive } from './open-archive.ts';
import { openQuarantine, type Quarantine } from './quarantine.ts';
import { readBack } from './read-back.ts';
import { stopIfAsked } from './stop-if-asked.ts';

/** A pack that passed every step but that of order, while it lies in quarantine. */
export type OpenedPack = TagFacts & {
  archive: Archive;
  statement: Statement | null;
  /** Records from a colleague; only an office pack has them. */
  office: readonly OfficeRecord[];
  /** Figures that a submission brings. */
  caseload: readonly PackedCaseload[];
  /** What an endorsement forwards. */
  original: Original | null;
  size: PayloadSize;
};

/**
 * Who looks over the shoulder: after the tag files and before the payload; at each record. Both may refuse by throwing.
 * `isJustWritten`: by this process, so it is read where it lies.
 */
export type Watch = {
  isJustWritten?: boolean;
  onTagged?: (facts: TagFacts) => void;
  onRecord?: (record: ExportedRecord, content: Content) => void;
};

/**
 * Opens a pack in an encrypted quarantine and checks it in the receiver's order (docs/pack-format.md, steps 1–5, 7 and 8; step 6 is
 * for `onTagged`); hands it to `use` and closes it. The first thing wrong ends it, under one code.
 */
export function withOpenedPack<T>(
  db: Database,
  info: WorkspaceInfo,
  file: string,
  control: JobControl,
  use: (opened: OpenedPack) => T | Promise<T>,
  watch: Watch = {},
): Promise<T> {
  return inLittleMemory(db, () => openAndUse(db, info, file, control, use, watch));
}

async function openAndUse<T>(
  db: Database,
  info: WorkspaceInfo,
  file: string,
  control: JobControl,
  use: (opened: OpenedPack) => T | Promise<T>,
  { onTagged, onRecord, isJustWritten = false }: Watch,
): Promise<T> {
  const identities = ownKeys(db).map((keys) => keys.ageIdentity);
  control.report({ done: 0, total: 0, phase: 'decrypting' });
  const bytes = isJustWritten
    ? await readBack(file, identities)
    : await inQuarantine(info, file, identities, control);
  try {
    stopIfAsked(control);
    control.report({ done: 0, total: 0, phase: 'unpacking' });
    const archive = await openArchive(bytes);
    const facts = await checkTagFiles(archive, db, info);
    onTagged?.(facts);
    const { size, statement } = await checkPayload(archive, facts, control);
    const caseload = await readPackedCaseload(archive, statement, facts.payload);
    const office = await readOfficeRecords(archive, statement);
    const onChecked = (done: number, record: ExportedRecord, content: Content) => {
      stopIfAsked(control);
      control.report({ done, total: facts.pack.contents.length, phase: 'verifying' });
      onRecord?.(record, content);
    };
    const around = { archive, statement, signer: facts.signer };
    const original = await checkOriginal(db, info, around, control, onChecked);
    const markings = office.map(({ content }) => content.fields.marking ?? 'none');
    if (original !== null) markings.push(original.pack.highestMarking);
    await checkRecords(archive, facts.pack, markings, onChecked);
    return await use({ ...facts, archive, statement, office, caseload, original, size });
  } finally {
    bytes.close();
  }
}

async function inQuarantine(
  { folder }: WorkspaceInfo,
  file: string,
  identities: readonly string[],
  control: JobControl,
): Promise<Quarantine> {
  const quarantine = openQuarantine(folder);
  try {
    await decryptInto(quarantine, file, identities, (done) => {
      stopIfAsked(control);
      control.report({ done, total: 0, phase: 'decrypting' });
    });
    return quarantine;
  } catch (error) {
    quarantine.close();
    throw error;
  }
}

/** Checks a pack, as `withOpenedPack`, and stores nothing. */
export function verifyPack(
  db: Database,
  info: WorkspaceInfo,
  file: string,
  control: JobControl,
  watch: Pick<Watch, 'isJustWritten'> = {},
): Promise<Verification> {
  return withOpenedPack(
    db,
    info,
    file,
    control,
    (opened) => verificationOf(db, opened, info),
    watch,
  );
}

/** The records of a pack, whichever way they travel. */
export function contentsOf({
  pack,
  office,
  original,
}: Pick<OpenedPack, 'pack' | 'office' | 'original'>): PackContent[] {
  return [
    ...[...pack.contents, ...(original?.pack.contents ?? [])].map(
      ({ id, kind, title, revision, attachments }) => ({
        id,
        kind,
        title,
        revision,
        attachments,
      }),
    ),
    ...office.map(({ id, kind, content, revision, attachments }) => ({
      id,
      kind,
      title: content.title,
      revision,
      attachments: attachments.map(({ name, sha256, sizeInBytes }) => ({
        name,
        sha256,
        sizeInBytes,
      })),
    })),
  ];
}

/** What the contract shows of a pack. */
export function verificationOf(
  db: Database,
  opened: OpenedPack,
  info: WorkspaceInfo,
): Verification {
  const { pack, signer, hash, size: payload, statement, original } = opened;
  return {
    packId: pack.packId,
    kind: pack.kind,
    role: signer.office === null ? 'sender' : 'recipient',
    senderName: signer.office?.name ?? info.name,
    senderFingerprint: signer.fingerprint,
    senderEnrolledAt: signer.office?.enrolledAt ?? null,
    recipientNames: pack.recipients.map(({ name }) => name),
    statement,
    epoch: pack.epoch,
    sequence: pack.sequence,
    createdAt: Date.parse(pack.createdAt),
    highestMarking: pack.highestMarking,
    contents: contentsOf(opened),
    original:
      original === null
        ? null
        : {
            packId: original.pack.packId,
            kind: original.pack.kind,
            senderName: original.signer.office?.name ?? original.pack.sender.name,
            senderFingerprint: original.signer.fingerprint,
            sequence: original.pack.sequence,
            createdAt: Date.parse(original.pack.createdAt),
          },
    payloadFiles: payload.files,
    payloadBytes: payload.bytes,
    hash,
    audit:
      pack.audit === undefined
        ? null
        : { ...pack.audit, isInTrail: isInTrail(db, signer, pack.audit) },
  };
}

/** Of a pack of one's own: whether the trail still has this line with this hash. Others' trails are not here. */
function isInTrail(
  db: Database,
  { office }: TagFacts['signer'],
  { lines, hash }: { lines: number; hash: string },
): boolean | null {
  if (office !== null) return null;
  return headAt(db, lines) === hash;
}
