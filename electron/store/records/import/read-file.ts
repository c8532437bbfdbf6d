import path from 'node:path';
import type { Thread } from '../../../../shared/comments/thread.ts';
import type { RecordId, RecordKind, WordChanges } from '../../../../shared/contract/records.ts';
import { readDocument } from '../../../../shared/document/read-document.ts';
import type { DocumentTree } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import {
  recogniseRecord,
  type Recognised,
} from '../../../../shared/templates/recognise/recognise-record.ts';
import { recogniseRow } from '../../../../shared/templates/recognise/recognise-row.ts';
import { attachmentsIn } from '../../revisions/attachments-in-revisions.ts';
import { prepareRecord, type PreparedRecord } from '../prepare-record.ts';
import type { KeptFile } from './pictures.ts';
import { partHash } from './part-hash.ts';
import { placeComments } from './place-comments.ts';
import { readSource, type Part } from './read-source.ts';
import { AS_ACCEPTED, Skipped, type ChangeCounts, type SourceText } from './source-text.ts';

/** What becomes of a part: a record of a kind, a version of another record, or nothing. `hash` is the text that was meant. */
export type Choice = {
  part: number;
  hash: string;
  kind: RecordKind | null;
  into: RecordId | null;
};
/** Parts without a choice become `kind`. `changes` null: a file in which others did something is not taken. */
export type ToRead = {
  file: string;
  kind: RecordKind;
  choices: readonly Choice[];
  changes?: WordChanges | null;
};
/** What a file will become, ready to be stored. */
export type ReadFile = {
  /** `files` are attached to the record. */
  records: (PreparedRecord & {
    hash: string;
    files: KeptFile[];
    into: RecordId | null;
    threads: Thread[];
  })[];
  /** What somebody has to be asked about first; then there are no records. */
  asked: ChangeCounts | null;
  notKept: SourceText['notKept'];
  /** Addresses of pictures that were not fetched. */
  remote: string[];
};

/** Reads every part of a file as a record. Throws `Skipped` if the file cannot be taken. */
export async function readFile(input: ToRead): Promise<ReadFile> {
  const { file, kind: usual, choices, changes = AS_ACCEPTED } = input;
  const source = await readSource(file, changes ?? AS_ACCEPTED);
  const { parts, notKept, files, remote } = source;
  if (changes === null && source.changes !== null) {
    return { records: [], asked: source.changes, notKept: new Map(), remote: [] };
  }
  // What was looked at is the text with all changes accepted.
  const looked = changes?.text === 'original' ? await readSource(file, AS_ACCEPTED) : source;
  const rest = new Set(files);
  const name = path.basename(file).normalize('NFC');
  const records = parts.flatMap((part, index) => {
    const choice = choices.find((one) => one.part === index);
    const hash = partHash(part, files);
    const seen = looked.parts[index];
    if (
      choice !== undefined &&
      (seen === undefined || choice.hash !== partHash(seen, looked.files))
    ) {
      throw new Skipped('file-changed');
    }
    const kind = choice === undefined ? usual : choice.kind;
    if (kind === null) return [];
    const recognised = recognisePart(part, kind, name, index);
    // Comments on the whole file go to its first record.
    const { document, threads } = placeComments(
      recognised.document,
      index === 0 && kind !== 'precedent' ? source.comments : [],
    );
    const record = { ...recognised, document, kind, source: { name, hash } };
    const shown = attachmentsIn(record.document);
    const own = files.filter(({ id }) => shown.has(id));
    for (const one of own) rest.delete(one);
    return [{ ...prepareRecord(record), hash, files: own, into: choice?.into ?? null, threads }];
  });
  // Remarks on the whole file go to its first record; pictures of parts that were left out to none.
  records[0]?.files.push(...[...rest].filter(({ mediaType }) => mediaType === 'text/plain'));
  return { records, asked: null, notKept, remote };
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
