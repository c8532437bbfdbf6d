import { createHash } from 'node:crypto';
import type { KnownName } from '../../../shared/preflight/finding.ts';
import { ExportedRecord } from '../../../shared/document/exported-record.ts';
import { Failure } from '../../../shared/errors.ts';
import { strayOwnCodes } from '../../../shared/preflight/own-codes.ts';
import { findPartyNames } from '../../../shared/preflight/find-party-names.ts';
import { wholeOf } from '../files/let-go.ts';
import { decodeUtf8 } from '../packs/decode-utf8.ts';
import { STATEMENT } from '../../../shared/packs/statement.ts';
import { hasStarredGrade } from '../../../shared/text/state-secret.ts';
import { leftoversIn, leftoversOf, type Kept, type Leftover } from './leftovers.ts';
import { textOfPage } from './text-of-page.ts';

/** What was decided about a record, for the last look. `files`: hashes of the files that were looked through. */
export type Cleared = { names: readonly KnownName[]; kept: Kept; files: readonly string[] };
/** A file as it is about to be written. `sha256`: of bytes that whoever writes them compares with it; else they are read here. */
export type WrittenFile = {
  path: string;
  sha256?: string;
  read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

type RescanOptions = {
  isForColleague?: boolean;
  trusted?: ReadonlyMap<string, string> | undefined;
};

const inRecord = /^data\/records\/([0-9a-f-]{36})\/record\.(json|html)$/u;
const forColleague = /^data\/office\/[0-9a-f-]{36}\.json$/u;
const attachment = /^data\/attachments\/([0-9a-f]{64})$/u;
/** Lines and members that hold nothing but numbers of the program's own. */
const ownNumbers =
  /"(?:sha256|id|recordId|packId|officeId|channel|epoch|fingerprint|previousHash|createdAt|hash)":(?:"[^"]*"|null)|^(?:External-Identifier|Bagging-Date|Payload-Oxum|Bag-Group-Identifier):.*$/gmu;
/** Ids and hashes, wherever they stand: chance spells short foreign names and telephone numbers there. */
const hexadecimal = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,64}/gu;
const listing = /^[0-9a-f]{64} {2}[\x21-\x7e]+$/u;
/** The two lines of a signature (74 bytes and 64): chance writes telephone numbers there now and then. */
const signatureLines = /^(?:[A-Za-z0-9+/]{99}=|[A-Za-z0-9+/]{86}==)$/gmu;
/** The public keys of a card that goes along (age in bech32, minisign in 42 bytes): chance writes names of accounts there now and then. */
const publicKeys =
  /\bage1[02-9ac-hj-np-z]{58}\b|(?<![A-Za-z0-9+/])RW[A-Za-z0-9+/]{54}(?![A-Za-z0-9+/=])/gu;

/**
 * The last look, at the bytes that are about to be written: whatever is found in them and was not decided to stay, a file
 * that nobody looked through, and anything that cannot be read refuses the whole. `isForColleague`, of office packs alone: their
 * `data/office/` and attachments go with real names, and are searched for the marking of a state secret only. `trusted`: see `PackInput`; a
 * file of another hash is refused. Fails: `state-secret-marked`,
 * `preflight-open`.
 */
export async function rescan(
  files: readonly WrittenFile[],
  cleared: ReadonlyMap<string, Cleared>,
  { isForColleague = false, trusted }: RescanOptions = {},
): Promise<void> {
  const everything: Cleared = {
    names: eachOnce([...cleared.values()].flatMap(({ names }) => names)),
    kept: [...cleared.values()].flatMap(({ kept }) => kept),
    files: [...cleared.values()].flatMap((one) => one.files),
  };
  const lookedThrough = new Set(everything.files);
  for (const file of files) {
    const vouchedFor = trusted?.get(file.path);
    if (vouchedFor !== undefined) {
      if ((await hashOf(file)) !== vouchedFor) refuse(file.path);
      continue;
    }
    const hash = attachment.exec(file.path)?.[1];
    if (hash !== undefined) {
      const isKnown = isForColleague || lookedThrough.has(hash);
      if (!isKnown || (await hashOf(file)) !== hash) refuse(file.path);
      continue;
    }
    const text = decodeUtf8(await bytesOf(file));
    if (text === null) return refuse(file.path);
    if (isForColleague && forColleague.test(file.path)) {
      if (text.split(/\\[nrt]|["\n]/u).some(hasStarredGrade))
        throw new Failure('state-secret-marked');
      continue;
    }
    const [, id, ending] = inRecord.exec(file.path) ?? [];
    const ofRecord = id === undefined ? everything : cleared.get(id);
    if (ofRecord === undefined) return refuse(file.path);
    const words = wordsOf(file.path, text);
    refuseLeftovers(file.path, leftoversInFile(words, ending, ofRecord));
  }
}

/** What leaves together knows the same names, record after record. */
export function eachOnce(names: readonly KnownName[]): KnownName[] {
  const first = new Map<string, KnownName>();
  for (const one of names) first.set(`${one.name} ${String(one.isMinor)}`, one);
  return [...first.values()];
}

/** What is said in a file, without what chance wrote in it: a signature, and the cards in what a pack says, which stand there as JSON. */
function wordsOf(path: string, text: string): string {
  if (path.endsWith('.minisig')) return text.replaceAll(signatureLines, '');
  if (path !== STATEMENT) return text;
  const lines = text.replaceAll(String.raw`\n`, '\n');
  return lines.replaceAll(signatureLines, '').replaceAll(publicKeys, '');
}

function leftoversInFile(
  text: string,
  ending: string | undefined,
  { names, kept }: Cleared,
): Leftover[] {
  // Whatever the file is: no real name stands in it as it is, in any spelling.
  const anywhere = leftoversOfNames(text, names, kept);
  if (ending === 'json') {
    const record = ExportedRecord.parse(JSON.parse(text));
    const codes = leftoversIn(strayOwnCodes(record).join('\n'), names, kept);
    return [...anywhere, ...codes, ...leftoversOf(record, names, kept)];
  }
  if (ending === 'html') {
    const id = /<dt>编号<\/dt><dd>([0-9a-f-]{36})<\/dd>/u.exec(text)?.[1] ?? '';
    return [...anywhere, ...leftoversIn(textOfPage(text, { id }), names, kept)];
  }
  const words = text
    .replaceAll(ownNumbers, '')
    .replaceAll(hexadecimal, '')
    .split('\n')
    .filter((line) => !listing.test(line))
    .join('\n')
    .replaceAll(/[{}[\]",]+/gu, '\n');
  return [...anywhere, ...leftoversIn(words, names, kept)];
}

function leftoversOfNames(text: string, names: readonly KnownName[], kept: Kept): Leftover[] {
  const words = text.replaceAll(hexadecimal, '');
  const found = findPartyNames(words, names);
  const keys = found.map(({ start, end }) => words.slice(start, end));
  return keys.length === 0 ? [] : leftoversIn(keys.join('\n'), names, kept);
}

function refuseLeftovers(path: string, left: readonly Leftover[]): void {
  if (left.some(({ kind }) => kind === 'secrecy-marking')) throw new Failure('state-secret-marked');
  if (left.length > 0) refuse(path, left.length);
}

function refuse(path: string, open = 1): never {
  const file = path.split('/').at(-1) ?? path;
  throw new Failure('preflight-open', { open, file });
}

async function bytesOf({ read }: WrittenFile): Promise<Buffer> {
  return wholeOf(read());
}

async function hashOf({ read, sha256 }: WrittenFile): Promise<string> {
  if (sha256 !== undefined) return sha256;
  const digest = createHash('sha256');
  for await (const chunk of read()) digest.update(chunk);
  return digest.digest('hex');
}
