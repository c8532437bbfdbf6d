import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { TakenIn } from '../../../shared/contract/inbox.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { statementText } from '../../../shared/packs/statement.ts';
import { startCollecting } from '../attachments/collect-released.ts';
import { inTurn } from '../attachments/in-turn.ts';
import { inChunks } from '../attachments/in-chunks.ts';
import { storeKnown, type Arrived } from '../attachments/store-content.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { checkpointBeside, type CheckpointBeside } from '../database/checkpoint-beside.ts';
import { bringOriginal, mayForward } from '../endorsements/bring-original.ts';
import { keepOriginal } from '../endorsements/keep-original.ts';
import { collectIfLarge } from '../database/in-little-memory.ts';
import type { Archive } from '../packs/open-archive.ts';
import { attachmentPath, type PackJson } from '../packs/pack-json.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import { contentsOf, withOpenedPack, type OpenedPack } from '../packs/verify-pack.ts';
import {
  confirmEpoch,
  holdEpoch,
  placeInChannel,
  type PlaceInChannel,
} from './place-in-channel.ts';
import { putRecordsAside, type RecordsAside } from './put-records-aside.ts';
import { prepareTaken } from './take-records.ts';
import { takers } from './takers.ts';

/**
 * Takes a pack in: the receiver's ten steps in their order (docs/pack-format.md) on one opening of it. The last one, a single
 * transaction, stores everything; whatever is wrong before or in it refuses the whole, leaves nothing behind but a line in the
 * audit trail, and is told under one code. The same pack again changes nothing and answers as before. Codes: see the contract.
 */
export async function takeIn(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  file: string,
  control: JobControl,
): Promise<TakenIn> {
  const records = putRecordsAside(info.folder);
  let tagged: PackJson | undefined;
  let place: PlaceInChannel | undefined;
  try {
    return await withOpenedPack(
      db,
      info,
      file,
      control,
      (opened) => store(db, clock, info, { opened, records, fileName: basename(file) }, control),
      {
        onTagged: ({ pack, signer, hash }) => {
          if (signer.office === null) throw new Failure('pack-is-own');
          tagged = pack;
          place = placeInChannel(db, pack, hash);
        },
        onRecord: (record, content) => {
          // What is here already is only compared.
          if (place?.isAgain === false) records.add(prepareTaken(record, content));
        },
      },
    );
  } catch (error) {
    if (db.open) refused(db, clock, tagged, error);
    throw error;
  } finally {
    records.close();
  }
}

/** What was begun is collected; the trail notes what was refused and why. An epoch that is new is held. */
function refused(db: Database, clock: Clock, pack: PackJson | undefined, error: unknown): void {
  startCollecting(db);
  if (!(error instanceof Failure) || error.code === 'cancelled') return;
  db.transaction(() => {
    if (error.code === 'epoch-unconfirmed' && pack !== undefined) holdEpoch(db, pack, clock());
    appendAudit(db, clock, {
      action: 'pack-refused',
      subject: pack?.packId ?? 'unknown',
      detail: { code: error.code, sender: pack?.sender.officeId ?? 'unknown' },
    });
  }).immediate();
}

type ToStore = { opened: OpenedPack; records: RecordsAside; fileName: string };

async function store(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { opened, records, fileName }: ToStore,
  control: JobControl,
): Promise<TakenIn> {
  const { pack, hash, statement, office, caseload, original } = opened;
  const first = placeInChannel(db, pack, hash);
  if (first.isAgain) return takenIn(opened, first);
  return inTurn(db, async () => {
    collectIfLarge();
    const arrived = await bringAttachments(db, opened, control);
    const kept = mayForward(info, opened) ? await bringOriginal(db, opened, control) : null;
    control.report({ done: 0, total: 0, phase: 'storing' });
    stopIfAsked(control);
    return db
      .transaction(() => {
        // Once more, in the transaction: another pack may have taken the place meanwhile.
        const place = placeInChannel(db, pack, hash);
        if (place.isAgain) return takenIn(opened, place);
        confirmEpoch(db, pack, clock());
        const packNumber = notePack(db, clock, opened, fileName);
        takers[pack.kind](db, clock, {
          info,
          pack,
          statement,
          hash,
          packNumber,
          records: records.all(),
          office,
          caseload,
          original,
          arrived,
        });
        if (kept !== null) keepOriginal(db, opened, packNumber, kept);
        appendAudit(db, clock, {
          action: 'pack-received',
          subject: pack.packId,
          detail: {
            kind: pack.kind,
            sender: pack.sender.officeId,
            sequence: pack.sequence,
            records: contentsOf(opened).length,
          },
        });
        return takenIn(opened, place);
      })
      .immediate();
  });
}

/** The bytes of attachments, before the transaction; until something is tied to them they are as if they were not there. */
async function bringAttachments(
  db: Database,
  { archive, pack, office, original }: OpenedPack,
  control: JobControl,
): Promise<Map<string, Arrived>> {
  const wanted = [
    ...[...pack.contents, ...office].flatMap((one) => attachmentsIn(one, archive)),
    ...(original?.pack.contents ?? []).flatMap((one) => attachmentsIn(one, original?.archive)),
  ];
  const eachOnce = new Map(wanted.map((one) => [one.sha256, one]));
  const total = wanted.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  const arrived = new Map<string, Arrived>();
  const beside = checkpointBeside(db, total);
  try {
    for (const [hash, { sizeInBytes, archive: from }] of eachOnce) {
      // What lies in quarantine is what was compared with its hash.
      const chunks = () => paced(inChunks(from.chunks(attachmentPath(hash))), beside);
      const onBytes = () => {
        stopIfAsked(control);
        control.report({ done: arrived.size, total: eachOnce.size, phase: 'storing' });
      };
      arrived.set(hash, await storeKnown(db, { hash, sizeInBytes }, { chunks }, onBytes));
    }
  } finally {
    await beside.end();
  }
  return arrived;
}

async function* paced(
  chunks: AsyncIterable<Buffer>,
  beside: CheckpointBeside,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk;
    await beside.wrote(chunk.length);
  }
}

type Wanted = { sha256: string; sizeInBytes: number };

function attachmentsIn(
  { attachments }: { attachments: readonly Wanted[] },
  archive: Archive | undefined,
): (Wanted & { archive: Archive })[] {
  if (archive === undefined) return [];
  return attachments.map(({ sha256, sizeInBytes }) => ({ sha256, sizeInBytes, archive }));
}

function notePack(db: Database, clock: Clock, opened: OpenedPack, fileName: string): number {
  const { pack, hash, statement, original } = opened;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO packs_received (pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence,
         previous_hash, hash, created_at, received_at, file_name, highest_marking, contents, statement, audit_lines, audit_hash, original_sender)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      pack.packId,
      pack.kind,
      pack.sender.officeId,
      pack.sender.name,
      pack.sender.fingerprint,
      pack.channel,
      pack.epoch,
      pack.sequence,
      pack.previousHash,
      hash,
      Date.parse(pack.createdAt),
      clock(),
      fileName.slice(0, 500),
      pack.highestMarking,
      JSON.stringify(storedContents(opened)),
      statement === null ? null : statementText(statement),
      pack.audit?.lines ?? null,
      pack.audit?.hash ?? null,
      original?.pack.sender.name ?? null,
    );
  return Number(lastInsertRowid);
}

/** What a pack brings, in the words of its own table of contents where it has one. */
function storedContents(opened: OpenedPack): readonly object[] {
  if (opened.original !== null) return opened.original.pack.contents;
  return opened.pack.kind === 'office' ? contentsOf(opened) : opened.pack.contents;
}

function takenIn(opened: OpenedPack, { isAgain, missing }: PlaceInChannel): TakenIn {
  const { pack } = opened;
  return {
    state: isAgain ? 'again' : 'taken',
    packId: pack.packId,
    kind: pack.kind,
    senderId: pack.sender.officeId,
    senderName: pack.sender.name,
    channel: pack.channel,
    epoch: pack.epoch,
    sequence: pack.sequence,
    missing: [...missing],
    records: contentsOf(opened).length,
  };
}
