import type { SkipCode } from '../../../../shared/contract/records.ts';
import type { FoundFile } from './find-files.ts';
import { Skipped } from './source-text.ts';

/** Files under way or waiting to be stored: enough that reading never waits for storing, and little memory. */
const MOST_FILES = 64;
const MOST_BYTES = 8 * 1024 * 1024;

export type Read<Value> = { file: string; value: Value } | { file: string; code: SkipCode };

/** What is read of some files, in their order, read ahead while the one before is dealt with. */
export async function* readAhead<Value>(
  files: readonly FoundFile[],
  read: (file: string) => Promise<Value>,
): AsyncGenerator<Read<Value>> {
  const underWay: { bytes: number; outcome: Promise<Read<Value> | { error: unknown }> }[] = [];
  let next = 0;
  let bytes = 0;
  for (;;) {
    while (
      next < files.length &&
      underWay.length < MOST_FILES &&
      (bytes < MOST_BYTES || underWay.length === 0)
    ) {
      const file = files[next];
      if (file === undefined) break;
      next += 1;
      const size = 'code' in file ? 0 : file.sizeInBytes;
      bytes += size;
      underWay.push({ bytes: size, outcome: outcomeOf(file, read) });
    }
    const first = underWay.shift();
    if (first === undefined) return;
    const outcome = await first.outcome;
    bytes -= first.bytes;
    if ('error' in outcome) throw outcome.error;
    yield outcome;
  }
}

/** Never rejects: nobody may be waiting for it yet. */
async function outcomeOf<Value>(
  file: FoundFile,
  read: (file: string) => Promise<Value>,
): Promise<Read<Value> | { error: unknown }> {
  if ('code' in file) return { file: file.path, code: file.code };
  try {
    return { file: file.path, value: await read(file.path) };
  } catch (error) {
    return error instanceof Skipped ? { file: file.path, code: error.code } : { error };
  }
}
