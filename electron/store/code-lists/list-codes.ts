import type { Database } from 'better-sqlite3';
import type { ListedCode } from '../../../shared/contract/code-lists.ts';
import { codeLists, type CodeListId } from '../../../shared/templates/code-lists/index.ts';
import type { CodeEntry } from '../../../shared/templates/code-lists/code-entry.ts';

/** Every entry: those that come with the program, then the workspace's own. */
export function listCodes(db: Database): ListedCode[] {
  const shipped = Object.entries(codeLists).flatMap(([list, entries]) =>
    entries.map(({ code, name, of = [] }: CodeEntry) => ({
      list: list as CodeListId,
      code,
      name,
      of: [...of],
      isOwn: false,
    })),
  );
  const rows = db
    .prepare('SELECT list, code, name FROM own_codes ORDER BY added_at, code')
    .all() as { list: CodeListId; code: string; name: string }[];
  const own = rows.map(({ list, code, name }) => ({
    list,
    code,
    name: { 'zh-CN': name, en: name },
    of: [],
    isOwn: true,
  }));
  return [...shipped, ...own];
}
