import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { HighestMarking } from '../../../shared/contract/packs.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { exportedRecordText } from '../../../shared/document/exported-record.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import { Failure } from '../../../shared/errors.ts';
import { maySend } from '../../../shared/packs/pack-kinds.ts';
import { STATEMENT, statementText, type Statement } from '../../../shared/packs/statement.ts';
import { guidanceChannelOf } from '../../../shared/packs/guidance-channel.ts';
import { auditHead } from '../audit/append-audit.ts';
import { refuseUnapproved } from '../review/unapproved.ts';
import { readCard, suites, type Suite } from '../points/card.ts';
import type { EnrolledOffice } from '../points/offices.ts';
import { currentKeys, ownCard } from '../points/own-keys.ts';
import { buildBag, sha256, type Bag, type BagFile } from './bag.ts';
import { nextInChannel } from './channel-head.ts';
import { departing, type ReportLine } from '../preflight/gate.ts';
import { rescan, type Cleared } from '../preflight/rescan.ts';
import { recordPaths } from './check-records.ts';
import { addAttachments, packedAttachments } from './gather-attachments.ts';
import { limits } from './limits.ts';
import { headerOf, markingOf } from './marking-of.ts';
import { putAside } from './put-aside.ts';
import { channelOf, type Content, type PackJson, type Party } from './pack-json.ts';
import type { Quarantine } from './quarantine.ts';
import { keepLeaving } from './read-chosen.ts';
import { stopIfAsked } from './stop-if-asked.ts';

type PackHeader = ReturnType<typeof headerOf>;
/** What is to go: records and files of them, what the pack says, and files of other kinds that the statement names. */
export type PackInput = {
  recordIds: readonly string[];
  attachmentIds: readonly AttachmentId[];
  statement: Statement;
  extra: readonly BagFile[];
  /** Files of `extra` that another office decided on and signed, with the SHA-256 that was verified when they came: they go as they are. */
  trusted?: ReadonlyMap<string, string>;
  /** The highest marking of records that go in `extra`. */
  marking?: HighestMarking;
  createdAt: number;
};
export type Prepared = { pack: PackJson; bag: Bag };

/**
 * The next pack of the channel to an office, or of guidance to several. The same records, keys, place in the channel and time give the same bytes; the
 * pack's id is drawn from them too. The records wait in `spool`, which must stay until the bag is written, so that no more than
 * one of them is in memory. Nothing comes out of it that the pre-flight has not let go, and its bytes have been looked at once more.
 * Fails: `preflight-open`, `state-secret-marked`, `office-not-colleague`, `pack-not-for-office` (`name`) if this office may not send such a pack to that one.
 */
export async function preparePack(
  db: Database,
  info: WorkspaceInfo,
  offices: readonly [EnrolledOffice, ...EnrolledOffice[]],
  input: PackInput,
  spool: Quarantine,
  control: JobControl,
): Promise<Prepared> {
  const { kind } = input.statement;
  const suite = suiteFor(offices);
  for (const { name, kind: to, isColleague } of offices) {
    if (!maySend(kind, info.kind, to)) throw new Failure('pack-not-for-office', { name });
    // Real names are in it: whoever asks for such a pack, it goes to nobody else.
    if (kind === 'office' && !isColleague) throw new Failure('office-not-colleague', { name });
  }
  const { payload, contents, header, report, cleared } = await gather(db, input, spool, control);
  const keys = currentKeys(db);
  const own = ownCard(keys, info);
  const channel =
    kind === 'guidance' ? guidanceChannelOf(info.id) : channelOf(info.id, offices[0].id);
  const head = nextInChannel(db, channel);
  const trail = auditHead(db);
  const pack: PackJson = {
    format: 'jianzhi-pack',
    formatVersion: header.formatVersion === 4 ? 8 : 7,
    suite,
    kind,
    packId: packIdOf(input.createdAt, [channel, head.epoch, String(head.sequence)], payload),
    sender: { officeId: own.officeId, name: own.name, fingerprint: own.fingerprint },
    recipients: [addressOf(offices[0]), ...offices.slice(1).map(addressOf)],
    channel,
    ...head,
    createdAt: new Date(input.createdAt).toISOString(),
    highestMarking: header.highestMarking,
    contents,
    preflight: { scanned: true, decisions: report },
    audit: { lines: trail.number, hash: trail.hash },
  };
  stopIfAsked(control);
  control.report({ done: 0, total: 0, phase: 'signing' });
  const bag = buildBag(pack, payload, keys.signing);
  control.report({ done: 0, total: 0, phase: 'checking' });
  const { trusted } = input;
  await rescan(bag.files, cleared, { isForColleague: kind === 'office', trusted });
  return { pack, bag };
}

function addressOf({ id, name, fingerprint }: EnrolledOffice): Party {
  return { officeId: id, name, fingerprint };
}

/** The best suite that all of them master. Fails: `card-suite-unknown`. */
function suiteFor(offices: readonly EnrolledOffice[]): Suite {
  const named = offices.map(({ card }) => readCard(card).suites);
  const suite = suites.find((one) => named.every((theirs) => theirs.includes(one)));
  if (suite === undefined)
    throw new Failure('card-suite-unknown', { name: offices[0]?.name ?? '' });
  return suite;
}

type Gathered = {
  payload: BagFile[];
  contents: Content[];
  header: PackHeader;
  report: ReportLine[];
  cleared: Map<string, Cleared>;
};

async function gather(
  db: Database,
  input: PackInput,
  spool: Quarantine,
  control: JobControl,
): Promise<Gathered> {
  const gathered: Gathered = {
    payload: [],
    contents: [],
    header: headerOf([]),
    report: [],
    cleared: new Map(),
  };
  const marked: Parameters<typeof headerOf>[0][number][] = [];
  const files = new Map<string, BagFile>();
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
    if (bytes > limits.written) throw new Failure('pack-too-large');
  };
  const keep = (id: string) => {
    // Once more, in the step in which it is read: somebody may have written since it was asked first.
    refuseUnapproved(db, [id]);
    return keepLeaving(db, id);
  };
  for await (const one of departing(db, input, control, keep)) {
    const { record } = one;
    const { json, html } = recordPaths(record.id);
    const text = spooled(spool, json, exportedRecordText(record));
    const page = spooled(spool, html, renderRecordHtml(record));
    for (const { sizeInBytes } of [text, page]) count(sizeInBytes);
    marked.push({ formatVersion: record.formatVersion, marking: markingOf(record) });
    gathered.payload.push(text, page);
    gathered.contents.push({
      id: record.id,
      kind: record.kind,
      title: record.title,
      revision: record.revision,
      sha256: text.sha256,
      attachments: packedAttachments(one.attached),
    });
    gathered.report.push(...one.report);
    if (gathered.report.length > limits.decisions) throw new Failure('pack-too-large');
    gathered.cleared.set(record.id, one.cleared);
    await addAttachments(db, one.attached, files, spool, count);
    const { length } = gathered.contents;
    control.report({ done: length, total: input.recordIds.length, phase: 'gathering' });
    stopIfAsked(control);
  }
  const statement = spooled(spool, STATEMENT, statementText(input.statement));
  gathered.payload.push(...files.values(), ...input.extra, statement);
  for (const { sizeInBytes } of [statement, ...input.extra]) count(sizeInBytes);
  spool.seal();
  stopIfAsked(control);
  if (input.marking !== undefined) marked.push({ formatVersion: 3, marking: input.marking });
  return { ...gathered, header: headerOf(marked) };
}

/** A file of a record, put aside. */
function spooled(spool: Quarantine, path: string, text: string): BagFile {
  const bytes = Buffer.from(text);
  if (bytes.length > limits.recordFile) throw new Failure('pack-too-large');
  const facts = { sizeInBytes: bytes.length, sha256: sha256(bytes), checksum: crc32(bytes) };
  return { path, ...facts, read: putAside(spool, bytes) };
}

/**
 * A UUIDv7 whose random bits are a hash of what makes the pack this pack. The epoch in it is random, so two workspaces never
 * draw the same.
 */
function packIdOf(msecs: number, place: readonly string[], payload: readonly BagFile[]): string {
  const digest = createHash('sha256');
  for (const part of [...place, ...payload.map(({ path, sha256: hash }) => `${hash}  ${path}`)]) {
    digest.update(`${part}\n`);
  }
  return uuidv7({ msecs, random: Uint8Array.from(digest.digest()) });
}
