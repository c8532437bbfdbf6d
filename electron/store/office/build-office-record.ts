import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { RecordContent } from '../../../shared/contract/revisions.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { SourceId } from '../../../shared/contract/sources.ts';
import { citationsIn } from '../../../shared/document/citations.ts';
import { mapInlines } from '../../../shared/document/map-inlines.ts';
import type { DocumentTree, Inline } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import {
  OfficeRecord,
  type OfficeApproval,
  type OfficeAttachment,
  type OfficeStep,
} from '../../../shared/packs/office-record.ts';
import { SELECT_ATTACHMENTS, type AttachmentRow } from '../attachments/attachment-row.ts';
import { threadsOf } from '../comments/threads-of.ts';
import { targetOf } from '../links/list-targets.ts';
import { isAsApproved } from '../review/reopen.ts';
import { approvedRecord, latestApproval } from '../review/read-approval.ts';
import { contentBytes, readKept } from '../revisions/record-content.ts';
import { unpackContent, type Round } from './rounds.ts';
import { stepsSoFar } from './people.ts';

/** `step`: what sending it makes of the record, here or there, if anything. */
type Wish = { round: Round | undefined; step: OfficeStep | null };

/**
 * A record as it goes to a colleague, and the attachments that go with it. Links bear the titles that their targets have here, which the
 * colleague cannot look up; cited sources go along. Fails: `record-not-found`, `document-invalid`, `pack-too-large`.
 */
export function buildOfficeRecord(
  db: Database,
  id: RecordId,
  { round, step }: Wish,
): { record: OfficeRecord; attached: AttachmentRow[] } {
  const kept = readKept(db, id);
  const content = { ...kept.content, document: withTitles(db, kept.content.document) };
  const base = round === undefined ? content : unpackContent(round.base);
  const attached = attachmentsOf(db, kept.number);
  const record = OfficeRecord.safeParse({
    format: 'jianzhi-office-record',
    formatVersion: 1,
    id,
    kind: kept.kind,
    revision: kept.revision,
    content,
    base: {
      revision: round?.base_revision ?? kept.revision,
      sha256: hashOfContent(base),
      content: base,
    },
    threads: threadsOf(db, kept.number),
    steps: [...(step === null ? [] : [step]), ...stepsSoFar(db, kept.number)].slice(0, 100),
    approval: approvalOf(db, id),
    attachments: attached.map(toAttachment),
    sources: sourcesOf(db, content.document),
  } satisfies Record<keyof OfficeRecord, unknown>);
  if (!record.success) throw new Failure('document-invalid', { id }, record.error);
  return { record: record.data, attached };
}

export function hashOfContent(content: RecordContent): string {
  return createHash('sha256').update(contentBytes(content)).digest('hex');
}

function withTitles(db: Database, document: DocumentTree): DocumentTree {
  const named = (children: readonly Inline[]): Inline[] =>
    children.map((inline) => {
      if (inline.type !== 'record-link') return inline;
      const target = targetOf(db, inline.recordId);
      const isThere = target.state === 'there' || target.state === 'trashed';
      return isThere ? { ...inline, text: target.title } : inline;
    });
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => mapInlines(block, named)),
    })),
  };
}

function attachmentsOf(db: Database, recordNumber: number): AttachmentRow[] {
  return db
    .prepare<[number], AttachmentRow>(
      `${SELECT_ATTACHMENTS} WHERE link.record_number = ? AND link.removed_at IS NULL ORDER BY link.added_at, link.id`,
    )
    .all(recordNumber);
}

function toAttachment(row: AttachmentRow): OfficeAttachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    addedAt: row.added_at,
    sha256: row.hash,
    sizeInBytes: row.size_in_bytes,
  };
}

/** Only an approval of what stands there goes along: an older one says nothing about it. */
function approvalOf(db: Database, id: RecordId): OfficeApproval | null {
  const approval = latestApproval(db, id);
  if (approval === undefined || !isAsApproved(db, id)) return null;
  const { statement, signature, public_key: publicKey } = approval;
  return { statement, signature, publicKey, record: approvedRecord(approval) };
}

function sourcesOf(db: Database, document: DocumentTree): OfficeRecord['sources'] {
  const find = db.prepare<[string], { id: string; item: string }>(
    'SELECT id, item FROM sources WHERE id = ? AND trashed_at IS NULL',
  );
  const ids = citationsIn(document)
    .flat()
    .map(({ sourceId }) => SourceId.parse(sourceId));
  return [...new Set(ids)].flatMap((id) => find.get(id) ?? []);
}
