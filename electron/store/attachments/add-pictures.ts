import type { Database } from 'better-sqlite3';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  MAX_PICTURE_IN_BYTES,
  type Attachment,
  type AttachmentId,
  type attachments,
} from '../../../shared/contract/attachments.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { splitFileName } from '../../../shared/text/file-name.ts';
import type { Clock } from '../context.ts';
import { attachmentOf, findAttachment } from './attachment-row.ts';
import { checkPicture } from './check-picture.ts';
import { startCollecting } from './collect-released.ts';
import { inTurn } from './in-turn.ts';
import { sourceOfBytes } from './source-of-bytes.ts';
import { storeContent } from './store-content.ts';
import { numberOfChangeable, tieAttachment } from './tie-attachment.ts';

type Add = (typeof attachments)['attachments.addPictures'];
type Result = OutputOf<Add>['pictures'][number];

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
};

/** See `attachments.addPictures`. */
export async function addPictures(
  db: Database,
  clock: Clock,
  { recordId, paths, pasted }: InputOf<Add>,
): Promise<OutputOf<Add>> {
  numberOfChangeable(db, recordId);
  const pictures: Result[] = [];
  for (const file of paths) {
    const name = basename(file);
    const bytes = await readPicture(file);
    pictures.push(
      Buffer.isBuffer(bytes)
        ? await addPicture(db, clock, recordId, { name, bytes })
        : { name, code: bytes },
    );
  }
  for (const { name, bytes } of pasted) {
    pictures.push(await addPicture(db, clock, recordId, { name, bytes: Buffer.from(bytes) }));
  }
  return { pictures };
}

/** No more of a file is read than a picture may have. */
async function readPicture(
  file: string,
): Promise<Buffer | 'file-unreadable' | 'picture-too-large'> {
  try {
    // Before it is opened: opening a pipe would wait for somebody to write into it.
    const facts = await stat(file);
    if (!facts.isFile()) return 'file-unreadable';
    const handle = await open(file, 'r');
    try {
      if (facts.size > MAX_PICTURE_IN_BYTES) return 'picture-too-large';
      const bytes = Buffer.alloc(facts.size);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return 'file-unreadable';
  }
}

async function addPicture(
  db: Database,
  clock: Clock,
  recordId: RecordId,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<Result> {
  const checked = checkPicture(bytes);
  if ('refusal' in checked) return { name, code: checked.refusal };
  const ending = EXTENSIONS[checked.mediaType] ?? '';
  const { stem, extension } = splitFileName(name);
  const named = extension === '' || stem === '' ? `${stem || name}.${ending}` : name;
  return { attachment: await addBytes(db, clock, recordId, { name: named, bytes }) };
}

/** Stores bytes with a record, once: what it has already is answered as it is. Fails: `record-not-found`, `record-in-trash`, `disk-full`. */
export function addBytes(
  db: Database,
  clock: Clock,
  recordId: RecordId,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Attachment> {
  return inTurn(db, async () => {
    try {
      const arrived = await storeContent(db, sourceOfBytes(bytes), () => {
        if (!db.open) throw new Failure('workspace-closed');
      });
      const write = db.transaction((): Attachment => {
        const recordNumber = numberOfChangeable(db, recordId);
        const known = knownId(db, recordNumber, arrived.hash);
        if (known !== undefined) return attachmentOf(findAttachment(db, known));
        return tieAttachment(db, clock, { recordNumber, name }, arrived);
      });
      return write.immediate();
    } catch (error) {
      if (db.open) startCollecting(db);
      throw error;
    }
  });
}

function knownId(db: Database, recordNumber: number, hash: string): AttachmentId | undefined {
  return db
    .prepare<[number, string], AttachmentId>(
      `SELECT id FROM record_attachments WHERE record_number = ? AND hash = ? AND removed_at IS NULL
       ORDER BY added_at, id LIMIT 1`,
    )
    .pluck()
    .get(recordNumber, hash) as AttachmentId | undefined;
}
