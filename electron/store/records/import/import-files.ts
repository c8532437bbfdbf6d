import type { Database } from 'better-sqlite3';
import type { InputOf, JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import type { records } from '../../../../shared/contract/records.ts';
import type { Clock } from '../../context.ts';

type Import = (typeof records)['records.import'];

export function importFiles(
  _db: Database,
  _input: InputOf<Import>,
  _clock: Clock,
  _control: JobControl,
): Promise<OutputOf<Import>> {
  return Promise.reject(new Error('not yet'));
}
