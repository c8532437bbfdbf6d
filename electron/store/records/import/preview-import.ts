import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { InputOf, JobControl } from '../../../../shared/contract/define.ts';
import type { ImportPreview, imports } from '../../../../shared/contract/imports.ts';
import type { RecordKind } from '../../../../shared/contract/records.ts';
import { Failure } from '../../../../shared/errors.ts';
import { findFiles } from './find-files.ts';
import type { LookedPart } from './look-at-file.ts';
import { startNearDuplicates, type NearDuplicates } from './near-duplicates.ts';
import { readAhead } from './read-ahead.ts';
import { openReader } from './reader.ts';

/** Reads every file as an import would, and keeps nothing. Fails: `cancelled`. */
export async function previewImport(
  db: Database,
  input: InputOf<(typeof imports)['records.previewImport']>,
  control: JobControl,
): Promise<ImportPreview> {
  const preview: ImportPreview = { candidates: [], skipped: [] };
  control.report({ done: 0, total: 0, phase: 'collecting' });
  const files = await findFiles(input.paths, control.signal);
  const near = await startNearDuplicates(db, control);
  const reader = openReader();
  const look = (file: string) => reader.ask('look', { file, kind: input.kind });
  let done = 0;
  try {
    for await (const one of readAhead(files, look, control.signal)) {
      control.report({ done, total: files.length, phase: 'reading' });
      await setImmediate();
      if ('code' in one) preview.skipped.push(one);
      else preview.candidates.push(...one.value.map((part) => candidateOf(db, part, near)));
      done += 1;
    }
  } finally {
    reader.close();
  }
  if (control.signal.aborted) throw new Failure('cancelled');
  control.report({ done, total: files.length, phase: 'reading' });
  return preview;
}

function candidateOf(
  db: Database,
  { caseNumbers, sketch, ...part }: LookedPart,
  near: NearDuplicates,
): ImportPreview['candidates'][number] {
  const known = db
    .prepare('SELECT kind FROM records WHERE source_hash = ? AND trashed_at IS NULL LIMIT 1')
    .pluck()
    .get(part.hash) as RecordKind | undefined;
  // What is there already is compared with nothing: it would only be found alike to itself.
  if (known !== undefined) return { ...part, kind: known, isKnown: true, near: null };
  return { ...part, isKnown: false, near: near.meet({ title: part.title, caseNumbers, sketch }) };
}
