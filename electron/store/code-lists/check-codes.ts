import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { codeLists, type CodeListId } from '../../../shared/templates/code-lists/index.ts';
import type { CodeEntry } from '../../../shared/templates/code-lists/code-entry.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';

/** Sees to it that every code is in its list. Fails: `code-unknown`. */
export function checkCodes(db: Database, fields: RecordFields): void {
  const isOwn = db.prepare('SELECT 1 FROM own_codes WHERE list = ? AND code = ?');
  for (const [list, codes] of codesOf(fields)) {
    const shipped: readonly CodeEntry[] = codeLists[list];
    for (const code of codes) {
      if (shipped.some((entry) => entry.code === code)) continue;
      if (isOwn.get(list, code) === undefined) throw new Failure('code-unknown', { list });
    }
  }
}

/** The codes of all fields by list, each once. */
export function codesOf(fields: RecordFields): [CodeListId, string[]][] {
  const lists: [CodeListId, readonly string[]][] = [
    ['function', fields.functions],
    ['charge', fields.charges],
    ['right-type', fields.rightTypes],
    ['stage', fields.stages],
    ['outcome', fields.outcomes],
    ['amount-kind', fields.amounts.map(({ kind }) => kind)],
    ['date-kind', fields.dates.map(({ kind }) => kind)],
    ['region', fields.region === null ? [] : [fields.region]],
    ['origin', fields.origin === null ? [] : [fields.origin]],
    ['marking', fields.marking === null ? [] : [fields.marking]],
  ];
  return lists.map(([list, codes]) => [list, [...new Set(codes)]]);
}
