import type { HighestMarking } from '../../../shared/contract/packs.ts';
import { ExportedRecord, exportedRecordText } from '../../../shared/document/exported-record.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import { Failure } from '../../../shared/errors.ts';
import { sha256 } from './bag.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { limits } from './limits.ts';
import { headerOf, markingOf } from './marking-of.ts';
import type { Archive } from './open-archive.ts';
import { packVersionOf, type Content, type PackJson } from './pack-json.ts';

/** The two files of a record in the payload. */
export function recordPaths(id: string): { json: string; html: string } {
  return { json: `data/records/${id}/record.json`, html: `data/records/${id}/record.html` };
}

/**
 * Step 8: every record in the table of contents is what the table says, valid against its schema, and its page is the one
 * that it renders to (`others`: the markings of records that travel another way); the pack's version and marking are those that its records imply. Fails: `pack-record-invalid`,
 * `pack-rendering-differs`, `pack-structure-invalid`.
 */
export async function checkRecords(
  archive: Archive,
  pack: PackJson,
  others: readonly HighestMarking[],
  onRecord: (done: number, record: ExportedRecord, content: Content) => void,
): Promise<void> {
  const marked: Parameters<typeof headerOf>[0][number][] = [];
  for (const [index, content] of pack.contents.entries()) {
    const paths = recordPaths(content.id);
    const bytes = await archive.read(paths.json, limits.recordFile);
    const record = readExported(bytes, content);
    const page = await archive.read(paths.html, limits.recordFile);
    if (Buffer.compare(Buffer.from(renderRecordHtml(record)), page) !== 0) {
      throw new Failure('pack-rendering-differs', { id: content.id });
    }
    marked.push({ formatVersion: record.formatVersion, marking: markingOf(record) });
    onRecord(index + 1, record, content);
  }
  marked.push(...others.map((marking) => ({ formatVersion: 3 as const, marking })));
  const { formatVersion, highestMarking } = headerOf(marked);
  const version = packVersionOf(formatVersion, pack.formatVersion >= 7, pack);
  if (pack.formatVersion !== version || pack.highestMarking !== highestMarking) {
    throw new Failure('pack-structure-invalid', { file: 'pack.json' });
  }
}

/** A picture that a document says goes along does so, with the same record. */
function hasItsPictures(record: ExportedRecord, content: Content): boolean {
  const there = new Set(content.attachments.map(({ sha256 }) => sha256));
  return record.document.sections.every(({ blocks }) =>
    blocks.every(
      (block) => block.type !== 'image' || block.content === undefined || there.has(block.content),
    ),
  );
}

function readExported(bytes: Buffer, content: Content): ExportedRecord {
  const invalid = (cause?: unknown) =>
    new Failure('pack-record-invalid', { id: content.id }, cause);
  const text = decodeUtf8(bytes);
  if (text === null) throw invalid();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid(error);
  }
  const parsed = ExportedRecord.safeParse(json);
  if (!parsed.success) throw invalid(parsed.error);
  const record = parsed.data;
  const isAsListed =
    record.id === content.id &&
    record.kind === content.kind &&
    record.title === content.title &&
    record.revision === content.revision &&
    sha256(bytes) === content.sha256 &&
    hasItsPictures(record, content);
  // One spelling only, so that no second reader can see another record in the same bytes.
  if (!isAsListed || exportedRecordText(record) !== text) throw invalid();
  return record;
}
