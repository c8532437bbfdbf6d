import type { Database } from 'better-sqlite3';
import type { PaperWish } from '../../../shared/contract/documents.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { HighestMarking } from '../../../shared/contract/packs.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import {
  officialPaper,
  paperDate,
  printedMarkings,
  type Paper,
} from '../../../shared/documents/official-paper.ts';
import { Failure } from '../../../shared/errors.ts';
import type * as z from 'zod';
import { pictureSizeOf } from '../attachments/picture-size.ts';
import { workspaceOf, type StoreContext } from '../context.ts';
import { headerOf, markingOf } from '../packs/marking-of.ts';
import { keepLeaving } from '../packs/read-chosen.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import { departing, type Departing } from '../preflight/gate.ts';
import type { Cleared } from '../preflight/rescan.ts';
import { refuseUnapproved } from '../review/unapproved.ts';
import { pictureEnding, refuseOtherPictures } from './pictures-of.ts';
import type { WordPicture } from './word-body.ts';

/** What is in one file, pictures and text together. */
export const MOST_IN_BYTES = 200 * 1024 ** 2;

export type GatheredPaper = {
  paper: Paper;
  pictures: Map<string, WordPicture & { mediaType: string }>;
  records: ExportedRecord[];
  highestMarking: HighestMarking;
  cleared: Cleared[];
};

/** Records as paper, through the gate that packs go through. Fails: see `documents.write`. */
export async function gatherPaper(
  context: StoreContext,
  wish: z.output<typeof PaperWish>,
  control: JobControl,
): Promise<GatheredPaper> {
  const { db, info } = workspaceOf(context);
  const recordIds = [...new Set(wish.recordIds)];
  refuseUnapproved(db, recordIds);
  refuseOtherPictures(db, recordIds, wish.attachmentIds);
  const records: ExportedRecord[] = [];
  const cleared: Cleared[] = [];
  const pictures: GatheredPaper['pictures'] = new Map();
  const chosen = { recordIds, attachmentIds: wish.attachmentIds };
  for await (const one of departing(db, chosen, control, (id) => keepApproved(db, id))) {
    records.push(one.record);
    cleared.push(one.cleared);
    await addPictures(one.attached, pictures);
    const bytes = [...pictures.values()].reduce((sum, picture) => sum + picture.bytes.length, 0);
    if (bytes > MOST_IN_BYTES) throw new Failure('document-too-large');
    control.report({ done: records.length, total: recordIds.length, phase: 'rendering' });
    stopIfAsked(control);
  }
  const { highestMarking } = headerOf(
    records.map((record) => ({ formatVersion: record.formatVersion, marking: markingOf(record) })),
  );
  const date = wish.date === undefined ? today(context) : wish.date;
  const paper = officialPaper(records, {
    marking: printedMarkings[highestMarking],
    signature: date === null ? null : { name: info.name, date: paperDate(date) },
    hasPicture: (content) => pictures.has(content),
  });
  return { paper, pictures, records, highestMarking, cleared };
}

/** Once more, in the step in which it is read: somebody may have written since it was asked first. */
function keepApproved(db: Database, id: string): number {
  refuseUnapproved(db, [id]);
  return keepLeaving(db, id);
}

/** Those whose hidden data could be taken out; a picture that could not be cleaned is not shown. */
async function addPictures(
  attached: Departing['attached'],
  pictures: GatheredPaper['pictures'],
): Promise<void> {
  for (const { row, file } of attached) {
    const ending = pictureEnding(row.media_type);
    const { bytes } = await file.content();
    const size = bytes === null || !file.isCleaned ? null : pictureSizeOf(bytes, row.media_type);
    if (ending === undefined || bytes === null || size === null) {
      throw new Failure('attachment-damaged', { name: row.name });
    }
    const name = `${file.sha256}.${ending}`;
    pictures.set(file.sha256, { name, bytes, ...size, mediaType: row.media_type });
  }
}

/** By the clock on the wall. */
function today({ clock }: StoreContext): string {
  const now = new Date(clock());
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
