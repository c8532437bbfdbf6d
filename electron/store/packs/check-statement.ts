import { Failure } from '../../../shared/errors.ts';
import { readStatement, STATEMENT, type Statement } from '../../../shared/packs/statement.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { limits } from './limits.ts';
import type { Archive } from './open-archive.ts';
import type { PackJson } from './pack-json.ts';

/** Where the files of a submission lie that a provincial office forwards. */
export const ORIGINAL = 'data/original/';
const ATTACHMENTS = 'data/attachments/';

/**
 * What a pack of version 7 or later says, checked against its own table of contents. Fails: `pack-file-missing`,
 * `pack-statement-invalid`.
 */
export async function readStatementOf(archive: Archive, pack: PackJson): Promise<Statement> {
  if (!archive.sizes.has(STATEMENT)) throw new Failure('pack-file-missing', { file: STATEMENT });
  const text = decodeUtf8(await archive.read(STATEMENT, limits.tagFiles));
  const statement = text === null ? null : readStatement(text);
  if (statement === null || statement.kind !== pack.kind || !fits(statement, pack)) {
    throw new Failure('pack-statement-invalid');
  }
  return statement;
}

/** Each list names each of its things once, and a correction says of every record in it what it replaces. */
function fits(statement: Statement, { contents }: PackJson): boolean {
  const keys = keysOf(statement);
  if (new Set(keys).size !== keys.length) return false;
  if (statement.kind !== 'correction') return true;
  return (
    keys.length === contents.length &&
    contents.every(({ id, revision }) =>
      statement.replaces.some((one) => one.recordId === id && one.revision <= revision),
    )
  );
}

function keysOf(statement: Statement): string[] {
  switch (statement.kind) {
    case 'correction':
      return statement.replaces.map(({ recordId }) => recordId);
    case 'withdrawal':
    case 'office':
      return statement.records.map(({ recordId }) => recordId);
    case 'endorsement':
      return statement.opinions.map(({ recordId }) => recordId);
    case 'receipt':
      return statement.answers.flatMap(({ packId, records, onward = [] }) => [
        packId,
        ...records.map(({ recordId }) => `${packId} ${recordId}`),
        ...onward.map(({ recordId, officeId }) => `${packId} ${recordId} ${officeId}`),
      ]);
    case 'guidance':
      return statement.regarding.map(({ officeId, recordId }) => `${officeId} ${recordId}`);
    case 'submission':
    case 'message':
      return [];
  }
}

/** The files beside records and attachments that a statement implies; of an original, those that are there. */
export function pathsOfStatement(statement: Statement, present: readonly string[]): string[] {
  switch (statement.kind) {
    case 'submission':
      return [STATEMENT, ...statement.caseload.map(({ period }) => caseloadPath(period))];
    case 'office':
      return [
        STATEMENT,
        ...statement.records.map(({ recordId }) => officePath(recordId)),
        // Which of them its records have, is asked when they are read.
        ...present.filter((path) => path.startsWith(ATTACHMENTS)),
      ];
    case 'endorsement':
      return [STATEMENT, ...present.filter((path) => path.startsWith(ORIGINAL))];
    default:
      return [STATEMENT];
  }
}

export function caseloadPath(period: string): string {
  return `data/caseload/${period}.csv`;
}

export function officePath(recordId: string): string {
  return `data/office/${recordId}.json`;
}
