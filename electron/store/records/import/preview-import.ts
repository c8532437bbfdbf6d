import type { Database } from 'better-sqlite3';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl } from '../../../../shared/contract/define.ts';
import type {
  ImportCandidate,
  ImportPreview,
  imports,
} from '../../../../shared/contract/imports.ts';
import type { RecordKind } from '../../../../shared/contract/records.ts';
import { countCharacters, sectionText } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import { guessKind, guessRowKind } from '../../../../shared/templates/recognise/guess-kind.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { recognisePart } from './import-file.ts';
import { startNearDuplicates, type NearDuplicates } from './near-duplicates.ts';
import { partHash } from './part-hash.ts';
import { partLines, readSource, type Part } from './read-source.ts';
import { Skipped } from './source-text.ts';

/** Reads every file as an import would, and keeps nothing. Fails: `cancelled`. */
export async function previewImport(
  db: Database,
  input: InputOf<(typeof imports)['records.previewImport']>,
  control: JobControl,
): Promise<ImportPreview> {
  const preview: ImportPreview = { candidates: [], skipped: [] };
  control.report({ done: 0, total: 0, phase: 'collecting' });
  const files = await findFiles(input.paths);
  const near = await startNearDuplicates(db, control);
  for (const [done, file] of files.entries()) {
    control.report({ done, total: files.length, phase: 'reading' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    await look(db, file, input.kind, near, preview);
  }
  control.report({ done: files.length, total: files.length, phase: 'reading' });
  return preview;
}

async function look(
  db: Database,
  file: FoundFile,
  usual: RecordKind,
  near: NearDuplicates,
  preview: ImportPreview,
): Promise<void> {
  if ('code' in file) {
    preview.skipped.push({ file: file.path, code: file.code });
    return;
  }
  try {
    const { parts, encoding } = await readSource(file.path);
    const found = parts.map((part, index) => ({
      ...candidateOf(db, file.path, part, index, usual),
      encoding,
    }));
    for (const [index, { caseNumbers, ...candidate }] of found.entries()) {
      const part = parts[index];
      const lines = part === undefined ? [] : partLines(part);
      // What is there already is compared with nothing: it would only be found alike to itself.
      const like = candidate.isKnown
        ? null
        : near.meet({ title: candidate.title, caseNumbers, lines });
      preview.candidates.push({ ...candidate, near: like });
    }
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    preview.skipped.push({ file: file.path, code: error.code });
  }
}

function candidateOf(
  db: Database,
  file: string,
  part: Part,
  index: number,
  usual: RecordKind,
): Omit<ImportCandidate, 'encoding' | 'near'> & { caseNumbers: string[] } {
  const hash = partHash(part);
  const known = db
    .prepare('SELECT kind FROM records WHERE source_hash = ? AND trashed_at IS NULL LIMIT 1')
    .pluck()
    .get(hash) as RecordKind | undefined;
  const kind = known ?? guess(part, usual);
  const name = path.basename(file).normalize('NFC');
  const { title, caseNumbers, document } = recognisePart(part, kind, name, index);
  const sections = document.sections
    .filter((section) => sectionText(section).trim() !== '')
    .map(({ heading }) => heading);
  const characters = countCharacters(document);
  return {
    file,
    part: index,
    hash,
    title,
    kind,
    characters,
    sections,
    caseNumbers,
    isKnown: known !== undefined,
  };
}

function guess(part: Part, usual: RecordKind): RecordKind {
  return part.type === 'row' ? guessRowKind(part.row, usual) : guessKind(part.blocks, usual);
}
