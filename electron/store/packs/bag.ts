import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { minisign } from '../points/minisign.ts';
import type { SigningKey } from '../points/signing-key.ts';
import { packJsonText, trustedCommentOf, type PackJson } from './pack-json.ts';

/** A file of the bag, its path without the top folder; its bytes are read when they are needed, the same every time. */
export type BagFile = {
  path: string;
  sizeInBytes: number;
  /** Hex. */
  sha256: string;
  /** CRC-32, which a zip wants. */
  checksum: number;
  read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
export type TextFile = BagFile & { bytes: Buffer };
export type Bag = { folder: string; files: BagFile[]; hash: string; payloadBytes: number };

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The tag files besides the tag manifest and its signature: exactly these, in the order they are written. */
export const TAG_FILES = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'pack.json'] as const;
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const SIGNATURE = 'tagmanifest-sha256.txt.minisig';

/**
 * A BagIt 1.0 bag (RFC 8493), signed. A function of its arguments alone: the same payload, facts and key give the same
 * bytes on every machine, in every time zone. `hash` is the SHA-256 of the tag manifest.
 */
export function buildBag(pack: PackJson, payload: readonly BagFile[], key: SigningKey): Bag {
  const sorted = payload.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const payloadBytes = sorted.reduce((sum, file) => sum + file.sizeInBytes, 0);
  const tagFiles = [
    textFile('bagit.txt', BAGIT_TXT),
    textFile('bag-info.txt', bagInfoText(pack, payloadBytes, sorted.length)),
    textFile('manifest-sha256.txt', manifestText(sorted)),
    textFile('pack.json', packJsonText(pack)),
  ];
  const tagManifest = textFile(TAG_MANIFEST, manifestText(tagFiles));
  const comments = {
    untrusted: `jianzhi pack ${pack.packId}`,
    trusted: trustedCommentOf(pack),
  };
  const signature = textFile(SIGNATURE, minisign(tagManifest.bytes, key, comments));
  return {
    folder: pack.packId,
    files: [...tagFiles, tagManifest, signature, ...sorted],
    hash: tagManifest.sha256,
    payloadBytes,
  };
}

/** `bag-info.txt`, which repeats what `pack.json` says in the words of BagIt. The date is UTC. */
export function bagInfoText(pack: PackJson, payloadBytes: number, payloadFiles: number): string {
  return [
    `Source-Organization: ${pack.sender.name}`,
    `External-Identifier: ${pack.packId}`,
    `Bagging-Date: ${pack.createdAt.slice(0, 10)}`,
    `Payload-Oxum: ${String(payloadBytes)}.${String(payloadFiles)}`,
    `Bag-Group-Identifier: ${pack.channel}`,
    '',
  ].join('\n');
}

function manifestText(files: readonly BagFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function textFile(path: string, text: string): TextFile {
  const bytes = Buffer.from(text);
  return {
    path,
    bytes,
    sizeInBytes: bytes.length,
    sha256: sha256(bytes),
    checksum: crc32(bytes),
    read: () => [bytes],
  };
}
