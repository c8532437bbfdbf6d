import type { Database } from 'better-sqlite3';
import path from 'node:path';
import type { RecordId, RecordKind } from '../../../../shared/contract/records.ts';
import { readDocument } from '../../../../shared/document/read-document.ts';
import type { DocumentTree } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import {
  recogniseRecord,
  type Recognised,
} from '../../../../shared/templates/recognise/recognise-record.ts';
import { recogniseRow } from '../../../../shared/templates/recognise/recognise-row.ts';
import type { Clock } from '../../context.ts';
import { insertRecord } from '../insert-record.ts';
import { partHash } from './part-hash.ts';
import { readSource, type Part } from './read-source.ts';
import { Skipped, type SourceText } from './source-text.ts';

export type Taken = {
  records: { id: RecordId; title: string }[];
  recognisedAgain: number;
  notKept: SourceText['notKept'];
};
/** What becomes of a part: a record of a kind, or nothing. `hash` is the text that was meant, if that is known. */
export type Choice = { kind: RecordKind | null; hash: string | null };
/** What a file will become, ready to be stored. */
export type ReadFile = {
  records: (ReturnType<typeof recognisePart> & { kind: RecordKind; hash: string })[];
  name: string;
  notKept: SourceText['notKept'];
};

/** Reads every part of a file as a record. Throws `Skipped` if the file cannot be taken. */
export async function readFile(file: string, choose: (part: number) => Choice): Promise<ReadFile> {
  const { parts, notKept } = await readSource(file);
  const name = path.basename(file).normalize('NFC');
  const records = parts.flatMap((part, index) => {
    const { kind, hash: meant } = choose(index);
    const hash = partHash(part);
    if (meant !== null && meant !== hash) throw new Skipped('file-changed');
    return kind === null ? [] : [{ ...recognisePart(part, kind, name, index), kind, hash }];
  });
  return { records, name, notKept };
}

/**
 * Stores the records of some files, but for those whose text is already there, in one transaction. It has no pause in
 * it, so that nothing can come between the look and the writing.
 * A sample that was thrown away counts as there: adding the samples again must not bring it back beside itself.
 */
export function storeFiles(
  db: Database,
  files: readonly ReadFile[],
  clock: Clock,
  isSample = false,
): Taken[] {
  const isKnown = knownIn(db, isSample);
  const store = db.transaction(() =>
    files.map(({ records, name, notKept }): Taken => {
      const taken: Taken = { records: [], recognisedAgain: 0, notKept };
      for (const { hash, ...record } of records) {
        if (isKnown(hash, record.kind)) {
          taken.recognisedAgain += 1;
          continue;
        }
        const id = insertRecord(db, { ...record, source: { name, hash }, isSample }, clock());
        taken.records.push({ id, title: record.title });
      }
      return taken;
    }),
  );
  return store.immediate();
}

/** A part as a record of a kind. A text without a title is called after its file. Throws `Skipped`. */
export function recognisePart(part: Part, kind: RecordKind, fileName: string, index: number) {
  const recognised = recognise(part, kind);
  const { keywords, caseNumbers } = recognised;
  const title = recognised.title ?? titleFromName(fileName, index);
  return { title, keywords, caseNumbers, document: checked(recognised.document) };
}

function recognise(part: Part, kind: RecordKind): Recognised {
  return part.type === 'row' ? recogniseRow(part.row, kind) : recogniseRecord(part.blocks, kind);
}

function knownIn(db: Database, inTrashToo: boolean): (hash: string, kind: RecordKind) => boolean {
  const known = db.prepare(
    `SELECT 1 FROM records
     WHERE source_hash = ? AND kind = ? AND (trashed_at IS NULL OR ?) LIMIT 1`,
  );
  return (hash, kind) => known.get(hash, kind, inTrashToo ? 1 : 0) !== undefined;
}

function titleFromName(name: string, index: number): string {
  const title = path.parse(name).name.replaceAll(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(title)) throw new Skipped('file-has-no-title');
  return index === 0 ? title : `${title} ${index + 1}`;
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
