import type { Database } from 'better-sqlite3';
import type { ExtendableList } from '../../../shared/contract/code-lists.ts';
import { Failure } from '../../../shared/errors.ts';
import { codeNamed, ownCode } from '../../../shared/templates/code-lists/index.ts';

const MAX_OWN_CODES = 500;

/** Adds an entry of the workspace's own, unless the list has one of that name. Fails: `code-list-full`. */
export function extendCodeList(
  db: Database,
  { list, name }: { list: ExtendableList; name: string },
  now: number,
): string {
  const code = codeNamed(list, name) ?? ownCode(name);
  if (!code.startsWith('own:')) return code;
  const extend = db.transaction(() => {
    const known = db.prepare('SELECT 1 FROM own_codes WHERE list = ? AND code = ?').get(list, code);
    if (known !== undefined) return;
    const count = db.prepare('SELECT count(*) FROM own_codes WHERE list = ?').pluck().get(list);
    if ((count as number) >= MAX_OWN_CODES) throw new Failure('code-list-full');
    db.prepare('INSERT INTO own_codes (list, code, name, added_at) VALUES (?, ?, ?, ?)').run(
      list,
      code,
      name,
      now,
    );
  });
  extend.immediate();
  return code;
}
