import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RecordId, RecordKind } from '../../../../shared/contract/records.ts';
import { readDocument } from '../../../../shared/document/read-document.ts';
import type { DocumentTree } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import { recogniseRecord } from '../../../../shared/templates/recognise/recognise-record.ts';
import { roughText, type RoughBlock } from '../../../../shared/templates/recognise/rough-block.ts';
import { fold } from '../../../../shared/text/fold.ts';
import type { Clock } from '../../context.ts';
import { insertRecord } from '../insert-record.ts';
import { readSource } from './read-source.ts';
import { Skipped, type SourceText } from './source-text.ts';

type Taken = { id: RecordId; title: string; notKept: SourceText['notKept'] };

/**
 * Takes one file as a record, or says that its text is already there. Throws `Skipped` if it cannot be taken.
 * A sample that was thrown away counts as there: adding the samples again must not bring it back beside itself.
 */
export async function importFile(
  db: Database,
  file: string,
  kind: RecordKind,
  clock: Clock,
  isSample = false,
): Promise<Taken | 'recognised-again'> {
  const { blocks, notKept } = await readSource(file);
  const name = path.basename(file).normalize('NFC');
  const hash = hashOf(blocks);
  const recognised = recogniseRecord(blocks, kind);
  const title = recognised.title ?? titleFromName(name);
  const document = checked(recognised.document);
  const { keywords, caseNumbers } = recognised;
  // The transaction has no pause in it, so that nothing can come between the look and the writing.
  const take = db.transaction((): Taken | 'recognised-again' => {
    if (isKnown(db, hash, kind, isSample)) return 'recognised-again';
    const record = {
      kind,
      title,
      keywords,
      caseNumbers,
      document,
      source: { name, hash },
      isSample,
    };
    return { id: insertRecord(db, record, clock()), title, notKept };
  });
  return take.immediate();
}

/** SHA-256 over the folded text without white space: the same text in another format or layout is the same. */
function hashOf(blocks: readonly RoughBlock[]): string {
  const hash = createHash('sha256');
  for (const block of blocks) hash.update(fold(roughText(block)).replaceAll(/\s+/gu, ''));
  return hash.digest('hex');
}

function isKnown(db: Database, hash: string, kind: RecordKind, inTrashToo: boolean): boolean {
  const known = db
    .prepare(
      `SELECT 1 FROM records
       WHERE source_hash = ? AND kind = ? AND (trashed_at IS NULL OR ?) LIMIT 1`,
    )
    .get(hash, kind, inTrashToo ? 1 : 0);
  return known !== undefined;
}

/** A text without a title is called after its file. */
function titleFromName(name: string): string {
  const title = path.parse(name).name.replaceAll(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(title)) throw new Skipped('file-has-no-title');
  return title;
}

/** What a reader built is well formed, so a refusal can only mean that a limit is exceeded. */
function checked(document: DocumentTree): DocumentTree {
  try {
    return readDocument(document);
  } catch (error) {
    if (error instanceof Failure && error.code === 'document-invalid')
      throw new Skipped('file-too-large', error);
    throw error;
  }
}
