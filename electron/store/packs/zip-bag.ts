import { createHash } from 'node:crypto';
import { Failure } from '../../../shared/errors.ts';
import type { Bag, BagFile } from './bag.ts';
import { attachmentPath } from './pack-json.ts';

/**
 * The bag as a zip, file after file as it is read; nothing of it is kept. Entries are stored, not deflated: compressed bytes
 * differ between versions of zlib (Node's and Chromium's do), and the bag has to be the same bytes everywhere. For the same
 * reason one constant time stands at every entry, as a DOS time, which knows no time zone. Sizes and checksums are known before,
 * so that they stand before the data, where every reader looks for them; no library would take them. A pack is never so large
 * (`limits`) that it would need the wide form of the format.
 */
export function zipBag(bag: Bag): AsyncGenerator<Uint8Array> {
  return entriesOf(bag);
}

const ATTACHMENTS = attachmentPath('');
/** 1 January 1990, 12:00, as DOS has it. */
const DATE = ((1990 - 1980) << 9) | (1 << 5) | 1;
const TIME = 12 << 11;
const VERSION_NEEDED = 20;
/** Of the format, and Unix, whose modes the directory has. */
const MADE_BY = (3 << 8) | 63;
const UTF8_NAMES = 0x800;
const REGULAR_FILE = 0o100644;

/** Fails: `attachment-damaged`. */
async function* entriesOf(bag: Bag): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let position = 0;
  for (const file of bag.files) {
    const name = Buffer.from(`${bag.folder}/${file.path}`);
    directory.push(directoryRecord(file, name, position));
    const header = localHeader(file, name);
    yield header;
    let length = 0;
    const digest = createHash('sha256');
    for await (const chunk of file.read()) {
      length += chunk.length;
      digest.update(chunk);
      yield chunk;
    }
    // The very bytes that were handed on are those that were looked through, listed and signed.
    if (length !== file.sizeInBytes || digest.digest('hex') !== file.sha256) {
      if (file.path.startsWith(ATTACHMENTS)) throw new Failure('attachment-damaged');
      throw new Error('a file of the bag is not what it was');
    }
    position += header.length + length;
  }
  const records = Buffer.concat(directory);
  yield records;
  yield endRecord(directory.length, records.length, position);
}

function localHeader(file: BagFile, name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeFacts(header, 4, file, name);
  return Buffer.concat([header, name]);
}

function directoryRecord(file: BagFile, name: Buffer, offset: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(MADE_BY, 4);
  writeFacts(record, 6, file, name);
  record.writeUInt32LE((REGULAR_FILE << 16) >>> 0, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name]);
}

/** What stands in the same order before the data and in the directory. */
function writeFacts(into: Buffer, at: number, file: BagFile, name: Buffer): void {
  into.writeUInt16LE(VERSION_NEEDED, at);
  into.writeUInt16LE(UTF8_NAMES, at + 2);
  into.writeUInt16LE(TIME, at + 6);
  into.writeUInt16LE(DATE, at + 8);
  into.writeUInt32LE(file.checksum, at + 10);
  into.writeUInt32LE(file.sizeInBytes, at + 14);
  into.writeUInt32LE(file.sizeInBytes, at + 18);
  into.writeUInt16LE(name.length, at + 22);
}

function endRecord(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
