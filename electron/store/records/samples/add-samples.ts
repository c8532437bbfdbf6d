import type { Database } from 'better-sqlite3';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import { RecordKind, type records } from '../../../../shared/contract/records.ts';
import type { WorkspaceKind } from '../../../../shared/contract/workspace.ts';
import { isWrittenAt, templates } from '../../../../shared/templates/index.ts';
import { Failure } from '../../../../shared/errors.ts';
import type { Clock } from '../../context.ts';
import { readFile } from '../import/read-file.ts';
import { storeFiles } from '../import/store-files.ts';
import { findResource } from '../../files/find-resource.ts';
import { citeSample, readSampleCitations } from './cite-samples.ts';

type Sample = { kind: RecordKind; path: string };

/** Adds every sample that is not there yet, each in a transaction of its own. Fails: `cancelled`, `disk-full`. */
export async function addSamples(
  db: Database,
  workspace: WorkspaceKind,
  clock: Clock,
  control: JobControl,
): Promise<OutputOf<(typeof records)['records.addSamples']>> {
  control.report({ done: 0, total: 0, phase: 'collecting' });
  // Nobody at a contact point writes notices and calls; they come.
  const samples = (await listSamples()).filter(
    ({ kind }) => templates[kind].isReadOnly || isWrittenAt(kind, workspace),
  );
  const citations = readSampleCitations();
  let added = 0;
  for (const [done, sample] of samples.entries()) {
    control.report({ done, total: samples.length, phase: 'reading' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    const file = await readFile({ file: sample.path, kind: sample.kind, choices: [] });
    for (const { records } of storeFiles(db, [file], clock, true)) {
      added += records.length;
      for (const { id } of records) citeSample(db, clock, citations, { id, file: sample.path });
    }
  }
  control.report({ done: samples.length, total: samples.length, phase: 'reading' });
  return { added };
}

/** The files of the library: one folder per kind. */
export async function listSamples(): Promise<Sample[]> {
  const library = findResource('sample-library');
  const samples: Sample[] = [];
  for (const kind of RecordKind.options) {
    const folder = path.join(library, kind);
    for (const name of (await readdir(folder)).toSorted()) {
      if (name.endsWith('.md')) samples.push({ kind, path: path.join(folder, name) });
    }
  }
  return samples;
}
