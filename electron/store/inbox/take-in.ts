import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { TakenIn } from '../../../shared/contract/inbox.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { statementText } from '../../../shared/packs/statement.ts';
import { startCollecting } from '../attachments/collect-released.ts';
import { inTurn } from '../attachments/in-turn.ts';
import { CHUNK_IN_BYTES } from '../attachments/read-content.ts';
import { storeContent, type Arrived } from '../attachments/store-content.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
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
import { prepareTaken, type TakenRecord } from './take-records.ts';
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
  const records: TakenRecord[] = [];
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
        onRecord: (record) => {
          // What is here already is only compared.
          const content = tagged?.contents[records.length];
          if (place?.isAgain === false && content !== undefined) {
            records.push(prepareTaken(record, content));
          }
        },
      },
    );
  } catch (error) {
    if (db.open) refused(db, clock, tagged, error);
    throw error;
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

type ToStore = { opened: OpenedPack; records: readonly TakenRecord[]; fileName: string };

async function store(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { opened, records, fileName }: ToStore,
  control: JobControl,
): Promise<TakenIn> {
  const { pack, hash, statement, archive, office, caseload } = opened;
  const first = placeInChannel(db, pack, hash);
  if (first.isAgain) return takenIn(opened, first);
  return inTurn(db, async () => {
    const arrived = await bringAttachments(db, archive, opened, control);
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
          records,
          office,
          caseload,
          arrived,
        });
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
  archive: Archive,
  { pack, office }: OpenedPack,
  control: JobControl,
): Promise<Map<string, Arrived>> {
  const arrived = new Map<string, Arrived>();
  for (const { sha256 } of [...pack.contents, ...office].flatMap(attachmentsIn)) {
    if (arrived.has(sha256)) continue;
    const source = {
      chunks: () => inChunks(archive.chunks(attachmentPath(sha256))),
      close: () => Promise.resolve(),
    };
    arrived.set(
      sha256,
      await storeContent(db, source, () => {
        stopIfAsked(control);
        control.report({ done: arrived.size, total: 0, phase: 'storing' });
      }),
    );
  }
  return arrived;
}

function attachmentsIn(one: {
  attachments: readonly { sha256: string }[];
}): readonly { sha256: string }[] {
  return one.attachments;
}

/** Pieces of whatever length as chunks of the length in which they are stored. */
async function* inChunks(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK_IN_BYTES);
  let length = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const taken = piece.copy(chunk, length, at);
      length += taken;
      at += taken;
      if (length === chunk.length) {
        yield chunk;
        length = 0;
      }
    }
  }
  if (length > 0) yield chunk.subarray(0, length);
}

function notePack(db: Database, clock: Clock, opened: OpenedPack, fileName: string): number {
  const { pack, hash, statement } = opened;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO packs_received (pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence,
         previous_hash, hash, created_at, received_at, file_name, highest_marking, contents, statement, audit_lines, audit_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      JSON.stringify(pack.kind === 'office' ? contentsOf(opened) : pack.contents),
      statement === null ? null : statementText(statement),
      pack.audit?.lines ?? null,
      pack.audit?.hash ?? null,
    );
  return Number(lastInsertRowid);
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
