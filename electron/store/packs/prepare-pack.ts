import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { exportedRecordText } from '../../../shared/document/exported-record.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import { Failure } from '../../../shared/errors.ts';
import { bestSuite, readCard } from '../points/card.ts';
import type { EnrolledOffice } from '../points/offices.ts';
import { currentKeys, ownCard } from '../points/own-keys.ts';
import { buildBag, sha256, textFile, type Bag, type BagFile } from './bag.ts';
import { nextInChannel } from './channel-head.ts';
import { recordPaths } from './check-records.ts';
import { limits } from './limits.ts';
import { headerOf, markingOf } from './marking-of.ts';
import { channelOf, type Content, type PackJson } from './pack-json.ts';
import { readChosen } from './read-chosen.ts';
import { stopIfAsked } from './stop-if-asked.ts';

type PackHeader = ReturnType<typeof headerOf>;
export type Prepared = { pack: PackJson; bag: Bag };

/**
 * The next pack of the channel to an office, in memory. The same records, keys, place in the channel and time give the same
 * bytes; the pack's id is drawn from them too.
 */
export async function preparePack(
  db: Database,
  info: WorkspaceInfo,
  office: EnrolledOffice,
  input: { recordIds: readonly string[]; createdAt: number },
  control: JobControl,
): Promise<Prepared> {
  const suite = bestSuite(readCard(office.card).suites);
  if (suite === null) throw new Failure('card-suite-unknown', { name: office.name });
  const { payload, contents, header } = await gather(db, input.recordIds, control);
  const keys = currentKeys(db);
  const own = ownCard(keys, info);
  const channel = channelOf(info.id, office.id);
  const head = nextInChannel(db, channel);
  const pack: PackJson = {
    format: 'jianzhi-pack',
    formatVersion: header.formatVersion,
    suite,
    kind: 'submission',
    packId: packIdOf(input.createdAt, [channel, head.epoch, String(head.sequence)], contents),
    sender: { officeId: own.officeId, name: own.name, fingerprint: own.fingerprint },
    recipients: [{ officeId: office.id, name: office.name, fingerprint: office.fingerprint }],
    channel,
    ...head,
    createdAt: new Date(input.createdAt).toISOString(),
    highestMarking: header.highestMarking,
    contents,
    preflight: { scanned: false, decisions: [] },
  };
  stopIfAsked(control);
  control.report({ done: 0, total: 0, phase: 'signing' });
  return { pack, bag: buildBag(pack, payload, keys.signing) };
}

async function gather(
  db: Database,
  recordIds: readonly string[],
  control: JobControl,
): Promise<{ payload: BagFile[]; contents: Content[]; header: PackHeader }> {
  const payload: BagFile[] = [];
  const contents: Content[] = [];
  const marked: Parameters<typeof headerOf>[0][number][] = [];
  let bytes = 0;
  for (const id of recordIds) {
    const record = readChosen(db, id);
    const { json, html } = recordPaths(record.id);
    const files = [
      textFile(json, exportedRecordText(record)),
      textFile(html, renderRecordHtml(record)),
    ];
    for (const file of files) {
      bytes += file.bytes.length;
      if (bytes > limits.written || file.bytes.length > limits.recordFile) {
        throw new Failure('pack-too-large');
      }
    }
    marked.push({ formatVersion: record.formatVersion, marking: markingOf(record) });
    payload.push(...files);
    contents.push({
      id: record.id,
      kind: record.kind,
      title: record.title,
      revision: record.revision,
      sha256: sha256(Buffer.from(exportedRecordText(record))),
      attachments: [],
    });
    control.report({ done: contents.length, total: recordIds.length, phase: 'gathering' });
    // Lets the wish to stop come in.
    await turn();
    stopIfAsked(control);
  }
  return { payload, contents, header: headerOf(marked) };
}

/**
 * A UUIDv7 whose random bits are a hash of what makes the pack this pack. The epoch in it is random, so two workspaces never
 * draw the same.
 */
function packIdOf(msecs: number, place: readonly string[], contents: readonly Content[]): string {
  const digest = createHash('sha256');
  for (const part of [...place, ...contents.map((content) => content.sha256)]) {
    digest.update(`${part}\n`);
  }
  return uuidv7({ msecs, random: Uint8Array.from(digest.digest()) });
}
