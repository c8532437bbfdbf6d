import type { Database } from 'better-sqlite3';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { maySend } from '../../../shared/packs/pack-kinds.ts';
import { isMinisignedBy, parseMinisign } from '../points/minisign.ts';
import { enrolledOffices, formerOffices, type EnrolledOffice } from '../points/offices.ts';
import { ownCard, ownKeys } from '../points/own-keys.ts';
import { BAGIT_TXT, SIGNATURE, TAG_FILES, TAG_MANIFEST, sha256 } from './bag.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { limits } from './limits.ts';
import type { Archive } from './open-archive.ts';
import { readPackJson, trustedCommentOf, type PackJson } from './pack-json.ts';
import { compareListing, readManifest, type Manifest } from './read-manifest.ts';

/** Who signed: an enrolled office, or this workspace itself (`office` null). */
export type Signer = {
  officeId: string;
  fingerprint: string;
  office: EnrolledOffice | null;
  /** Signed under a card that was replaced or revoked: only what was taken in before is known again. */
  isFormer: boolean;
};
export type TagFacts = {
  pack: PackJson;
  signer: Signer;
  payload: Manifest;
  bagInfo: string;
  hash: string;
};

/**
 * Steps 4 and 5: the tag files, and nothing but them. The signature of the tag manifest is checked before anything that it
 * covers is read, and by an enrolled key before anything that it says is believed. `checkParties`: whether such a sender may say this to
 * whom it is addressed to; a pack in a pack is addressed to another than the reader.
 */
export async function checkTagFiles(
  archive: Archive,
  db: Database,
  info: WorkspaceInfo,
  checkParties = (pack: PackJson, signer: Signer) => checkAddress(pack, signer, db, info),
): Promise<TagFacts> {
  const present = [...archive.sizes.keys()].filter((path) => !path.startsWith('data/'));
  const total = present.reduce((sum, path) => sum + (archive.sizes.get(path) ?? 0), 0);
  if (total > limits.tagFiles) throw new Failure('pack-too-large');
  const tagManifest = await readRequired(archive, TAG_MANIFEST);
  const { signer, comment } = checkSignature(
    tagManifest,
    (await readRequired(archive, SIGNATURE)).toString(),
    knownSigners(db, info),
  );
  const tags = readManifest(strictText(tagManifest, TAG_MANIFEST), TAG_MANIFEST);
  compareListing(
    present.filter((path) => path !== TAG_MANIFEST && path !== SIGNATURE),
    tags,
  );
  const texts = await readTagFiles(archive, tags);
  const pack = readPackJson(texts['pack.json']);
  const hash = sha256(tagManifest);
  if (signer.isFormer && !wasTakenIn(db, pack.packId, hash)) throw new Failure('pack-key-revoked');
  checkParties(pack, signer);
  if (comment !== trustedCommentOf(pack)) throw new Failure('pack-comment-differs');
  checkBagDeclaration(archive, pack, texts);
  const payload = readManifest(texts['manifest-sha256.txt'], 'manifest-sha256.txt');
  return { pack, signer, payload, bagInfo: texts['bag-info.txt'], hash };
}

function wasTakenIn(db: Database, packId: string, hash: string): boolean {
  const row = db
    .prepare('SELECT 1 FROM packs_received WHERE pack_id = ? AND hash = ?')
    .get(packId, hash);
  return row !== undefined;
}

async function readRequired(archive: Archive, path: string): Promise<Buffer> {
  if (!archive.sizes.has(path)) throw new Failure('pack-structure-invalid', { file: path });
  return archive.read(path, limits.tagFiles);
}

type KnownSigner = Signer & { keyId: Uint8Array; publicKey: Uint8Array };

function knownSigners(db: Database, info: WorkspaceInfo): KnownSigner[] {
  const own = ownKeys(db).map((keys) => ({
    officeId: info.id,
    fingerprint: ownCard(keys, info).fingerprint,
    office: null,
    isFormer: false,
    keyId: keys.signing.keyId,
    publicKey: keys.signing.public,
  }));
  const under = (offices: readonly EnrolledOffice[], isFormer: boolean) =>
    offices.map((office) => ({
      officeId: office.id,
      fingerprint: office.fingerprint,
      office,
      isFormer,
      keyId: office.signingKey.keyId,
      publicKey: office.signingKey.public,
    }));
  return [...own, ...under(enrolledOffices(db), false), ...under(formerOffices(db), true)];
}

/** Fails: `pack-signer-unknown` if no known key has the id, `pack-signature-invalid`. */
function checkSignature(
  tagManifest: Buffer,
  text: string,
  known: readonly KnownSigner[],
): { signer: Signer; comment: string } {
  const signed = parseMinisign(text);
  if (signed === null) throw new Failure('pack-signature-invalid');
  const candidates = known.filter(({ keyId }) => Buffer.compare(keyId, signed.keyId) === 0);
  if (candidates.length === 0) throw new Failure('pack-signer-unknown');
  const signer = candidates.find(({ publicKey }) => isMinisignedBy(tagManifest, signed, publicKey));
  if (signer === undefined) throw new Failure('pack-signature-invalid');
  return { signer, comment: signed.trustedComment };
}

type TagTexts = Record<(typeof TAG_FILES)[number], string>;

/** Exactly the tag files of this format, unchanged since they were signed. */
async function readTagFiles(archive: Archive, tags: Manifest): Promise<TagTexts> {
  const known: readonly string[] = TAG_FILES;
  const foreign = [...tags.keys()].find((path) => !known.includes(path));
  if (foreign !== undefined) throw new Failure('pack-structure-invalid', { file: foreign });
  const read = async (path: keyof TagTexts): Promise<string> => {
    const bytes = await readRequired(archive, path);
    if (sha256(bytes) !== tags.get(path)) throw new Failure('pack-payload-changed', { file: path });
    return strictText(bytes, path);
  };
  return {
    'bagit.txt': await read('bagit.txt'),
    'bag-info.txt': await read('bag-info.txt'),
    'manifest-sha256.txt': await read('manifest-sha256.txt'),
    'pack.json': await read('pack.json'),
  };
}

/** A byte that is no UTF-8 would otherwise turn into a character that looks legitimate. */
function strictText(bytes: Buffer, path: string): string {
  const text = decodeUtf8(bytes);
  if (text === null) throw new Failure('pack-structure-invalid', { file: path });
  return text;
}

/**
 * The sender named is the one who signed, and I am its recipient (or it). An office can encrypt anything to anybody, so a pack
 * that opens here may still be another's. Offices of its kind may send such a pack to offices of mine. Fails:
 * `pack-signer-unknown`, `pack-not-addressed-here`, `pack-kind-not-allowed`.
 */
function checkAddress(pack: PackJson, signer: Signer, db: Database, info: WorkspaceInfo): void {
  const { sender, recipients } = pack;
  if (sender.officeId !== signer.officeId || sender.fingerprint !== signer.fingerprint) {
    throw new Failure('pack-signer-unknown');
  }
  if (signer.office === null) return;
  const fingerprints = ownKeys(db).map((keys) => ownCard(keys, info).fingerprint);
  const isForMe = recipients.some(
    ({ officeId, fingerprint }) => officeId === info.id && fingerprints.includes(fingerprint),
  );
  if (!isForMe) throw new Failure('pack-not-addressed-here');
  if (!maySend(pack.kind, signer.office.kind, info.kind)) {
    throw new Failure('pack-kind-not-allowed', { kind: pack.kind });
  }
}

/** The top folder bears the pack's id, and `bagit.txt` is as BagIt has it, to the letter. */
function checkBagDeclaration(archive: Archive, pack: PackJson, texts: TagTexts): void {
  if (archive.folder !== pack.packId) {
    throw new Failure('pack-structure-invalid', { file: archive.folder });
  }
  if (texts['bagit.txt'] !== BAGIT_TXT) {
    throw new Failure('pack-structure-invalid', { file: 'bagit.txt' });
  }
}
