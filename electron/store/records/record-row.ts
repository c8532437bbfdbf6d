import * as z from 'zod';
import type {
  FullRecord,
  Library,
  RecordKind,
  RecordSummary,
} from '../../../shared/contract/records.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { PROGRAM, type RecordStatus } from '../../../shared/contract/record-status.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { IS_OPEN_THREAD } from '../comments/open-threads.ts';
import { storedFields } from './stored-fields.ts';

/** A row of `records` without its document: what a list needs. */
export type SummaryRow = {
  number: number;
  id: RecordId;
  kind: RecordKind;
  title: string;
  keywords: string;
  case_numbers: string;
  characters: number;
  opening: string;
  fields: string;
  tags: string;
  saves: number;
  revision: number;
  created_at: number;
  changed_at: number;
  trashed_at: number | null;
  is_sample: number;
  status: RecordStatus | null;
  completeness: number | null;
  is_unread: number;
  review_for: string | null;
  open_comments: number;
  library: Library | null;
  sender_name: string | null;
};

/** A whole row. */
export type RecordRow = SummaryRow & {
  document: string;
  source_name: string | null;
  status_at: number | null;
  status_by: string | null;
};

export const SUMMARY_COLUMNS = `number, id, kind, title, keywords, case_numbers, characters, opening, fields, tags, saves, revision,
  created_at, changed_at, trashed_at, is_sample, status, completeness,
  (SELECT name FROM office_rounds JOIN office_cards ON office_cards.office_id = office_rounds.office_id
    WHERE record_number = records.number AND role = 'reviewer' ORDER BY enrolled_at DESC LIMIT 1) AS review_for,
  EXISTS (SELECT 1 FROM unread_records WHERE unread_records.number = records.number) AS is_unread,
  (SELECT count(*) FROM comment_threads WHERE record_number = records.number AND ${IS_OPEN_THREAD}) AS open_comments,
  (SELECT library FROM received_records WHERE record_number = records.number) AS library,
  (SELECT coalesce(original_sender, sender_name) FROM received_records JOIN packs_received ON packs_received.number = pack_number
   WHERE record_number = records.number) AS sender_name`;
export const RECORD_COLUMNS = `${SUMMARY_COLUMNS}, document, source_name, status_at,
  (SELECT who FROM status_changes WHERE record_number = records.number ORDER BY id DESC LIMIT 1) AS status_by`;

const Words = z.array(z.string());

export function summaryOf(row: SummaryRow): RecordSummary {
  const { charges, functions, rightTypes, region, marking } = storedFields(row.fields);
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    keywords: wordsOf(row.keywords),
    caseNumbers: wordsOf(row.case_numbers),
    characters: row.characters,
    opening: row.opening,
    tags: wordsOf(row.tags),
    charges,
    functions,
    rightTypes,
    region,
    marking,
    library: row.library ?? 'own',
    senderName: row.sender_name,
    status: row.status,
    isUnread: row.is_unread !== 0,
    openComments: row.open_comments,
    completeness: row.completeness,
    saves: row.saves,
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    trashedAt: row.trashed_at,
    isSample: row.is_sample !== 0,
    reviewFor: row.review_for,
  };
}

/** Fails: `document-invalid`, `document-newer`. */
export function recordOf(row: RecordRow): Omit<FullRecord, 'provenance'> {
  return {
    ...summaryOf(row),
    document: storedDocument(row.document),
    fields: storedFields(row.fields),
    sourceName: row.source_name,
    statusChange:
      row.status_at === null ? null : { at: row.status_at, who: row.status_by ?? PROGRAM },
  };
}

/** The document of a row. Fails: `document-invalid` (also for text that is no JSON), `document-newer`. */
export function storedDocument(text: string): DocumentTree {
  return readDocument(parsed(text));
}

export function wordsOf(text: string): string[] {
  const words = Words.safeParse(parsed(text));
  if (!words.success) throw new Failure('document-invalid', { path: 'keywords' });
  return words.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('document-invalid', { path: '' }, error);
  }
}
