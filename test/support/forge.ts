import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { workspaceOf } from '../../electron/store/context.ts';
import { wholeOf } from '../../electron/store/files/let-go.ts';
import {
  SIGNATURE,
  TAG_FILES,
  TAG_MANIFEST,
  sha256,
  textFile,
  type Bag,
} from '../../electron/store/packs/bag.ts';
import { trustedCommentOf, type PackJson } from '../../electron/store/packs/pack-json.ts';
import { zipBag } from '../../electron/store/packs/zip-bag.ts';
import { preparePack } from '../../electron/store/packs/prepare-pack.ts';
import { openQuarantine } from '../../electron/store/packs/quarantine.ts';
import { minisign } from '../../electron/store/points/minisign.ts';
import { findOffice } from '../../electron/store/points/offices.ts';
import { currentKeys } from '../../electron/store/points/own-keys.ts';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import { plainSubmission } from '../../shared/packs/statement.ts';
import { addRecord, someTime, watchJob, type TestOffice } from './office.ts';

/** A good pack in parts, for a forger to change and put together again; `zip` is the bag as it was written. */
export type Draft = {
  pack: PackJson;
  files: Map<string, Buffer>;
  folder: string;
  comment: string;
  zip: Buffer;
};

export async function draftPack(
  from: TestOffice,
  to: TestOffice,
  chosen?: { recordIds: string[]; attachmentIds: AttachmentId[]; createdAt?: number },
): Promise<Draft> {
  const { db, info } = workspaceOf(from.context);
  const office = findOffice(db, to.id);
  if (office === null) throw new Error('enrol first');
  const input = {
    createdAt: someTime,
    statement: plainSubmission(''),
    extra: [],
    ...(chosen ?? { recordIds: [addRecord(from)], attachmentIds: [] }),
  };
  const spool = openQuarantine(info.folder);
  try {
    const { pack, bag } = await preparePack(db, info, [office], input, spool, watchJob());
    const files = await filesOf(bag);
    const zip = await wholeOf(zipBag(bag));
    return { pack, files, folder: bag.folder, comment: trustedCommentOf(pack), zip };
  } finally {
    spool.close();
  }
}

async function filesOf(bag: Bag): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { path, read } of bag.files) files.set(path, await wholeOf(read()));
  return files;
}

export function setText(draft: Draft, path: string, text: string): void {
  draft.files.set(path, Buffer.from(text));
}

export function textOf(draft: Draft, path: string): string {
  return draft.files.get(path)?.toString() ?? '';
}

/** Makes manifests and signature fit what is in the draft now, as a sender who means it could. */
export function sign(
  draft: Draft,
  signer: TestOffice,
  tagFiles: readonly string[] = TAG_FILES,
): void {
  const payload = [...draft.files.keys()].filter((path) => path.startsWith('data/'));
  const listed = (paths: readonly string[]) =>
    paths.map((path) => ({ path, bytes: draft.files.get(path) ?? Buffer.alloc(0) }));
  const manifest = (files: readonly { path: string; bytes: Buffer }[]) =>
    files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');
  setText(draft, 'manifest-sha256.txt', manifest(listed(payload.toSorted())));
  signTags(draft, signer, manifest(listed(tagFiles)));
}

/** Signs a tag manifest as given. */
export function signTags(draft: Draft, signer: TestOffice, tagManifest: string): void {
  const keys = currentKeys(signer.db);
  const file = textFile(TAG_MANIFEST, tagManifest);
  draft.files.set(TAG_MANIFEST, file.bytes);
  const comments = { untrusted: 'forged', trusted: draft.comment };
  setText(draft, SIGNATURE, minisign(file.bytes, keys.signing, comments));
}

export function zipEntries(draft: Draft): RawEntry[] {
  return [...draft.files].map(([path, bytes]) => ({ name: `${draft.folder}/${path}`, bytes }));
}

/** Encrypts bytes to offices and puts them into a file of `at`'s folder. */
export async function sealTo(at: TestOffice, zip: Uint8Array, name = 'in.jzpack'): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(currentKeys(at.db).ageRecipient);
  const file = join(at.folder, name);
  writeFileSync(file, await encrypter.encrypt(zip));
  return file;
}

/** One entry of a zip, written as told, lies included. What is not told is honest. */
export type RawEntry = {
  name: string | Buffer;
  bytes: Uint8Array;
  deflate?: boolean;
  mode?: number;
  method?: number;
  flags?: number;
  localName?: string;
  localFlags?: number;
  localMethod?: number;
  localCrc?: number;
  localSize?: number;
  crc?: number;
  /** What the directory says of the unpacked size. */
  size?: number;
  /** Extra fields, in the directory and before the data. */
  extra?: Uint8Array;
  localExtra?: Uint8Array;
  /** Bytes before the local header that nothing mentions. */
  gap?: Uint8Array;
  /** Written to the directory only, pointing here. */
  offset?: number;
};

export function rawZip(
  entries: readonly RawEntry[],
  options: { comment?: string; after?: Uint8Array } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  const put = (bytes: Uint8Array) => {
    parts.push(Buffer.from(bytes));
    position += bytes.length;
  };
  for (const entry of entries) {
    const packed = entry.deflate === true ? deflateRawSync(entry.bytes) : entry.bytes;
    if (entry.gap !== undefined) put(entry.gap);
    const offset = entry.offset ?? position;
    if (entry.offset === undefined) {
      put(localHeader(entry, packed.length));
      put(packed);
    }
    directory.push(directoryRecord(entry, packed.length, offset));
  }
  if (options.after !== undefined) put(options.after);
  const start = position;
  for (const record of directory) put(record);
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length & 0xffff, 8);
  end.writeUInt16LE(directory.length & 0xffff, 10);
  end.writeUInt32LE(position - start, 12);
  end.writeUInt32LE(start, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, end, comment]);
}

export function localHeader(entry: RawEntry, packedLength: number): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.localFlags ?? entry.flags ?? 0x800, 6);
  header.writeUInt16LE(entry.localMethod ?? methodOf(entry), 8);
  header.writeUInt32LE(entry.localCrc ?? entry.crc ?? crc32(entry.bytes), 14);
  header.writeUInt32LE(packedLength, 18);
  header.writeUInt32LE(entry.localSize ?? entry.size ?? entry.bytes.length, 22);
  header.writeUInt16LE(name.length, 26);
  const extra = entry.localExtra ?? Buffer.alloc(0);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function directoryRecord(entry: RawEntry, packedLength: number, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE((3 << 8) | 20, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(entry.flags ?? 0x800, 8);
  record.writeUInt16LE(methodOf(entry), 10);
  record.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 16);
  record.writeUInt32LE(packedLength, 20);
  record.writeUInt32LE(entry.size ?? entry.bytes.length, 24);
  record.writeUInt16LE(name.length, 28);
  const extra = entry.extra ?? Buffer.alloc(0);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name, extra]);
}

function methodOf(entry: RawEntry): number {
  return entry.method ?? (entry.deflate === true ? 8 : 0);
}
