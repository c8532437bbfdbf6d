import type { Database } from 'better-sqlite3';
import type { ListedCode } from '../../../shared/contract/code-lists.ts';
import { codeLists, type CodeListId } from '../../../shared/templates/code-lists/index.ts';
import { soundsOf } from '../../../shared/text/sounds.ts';
import type { CodeEntry } from '../../../shared/templates/code-lists/code-entry.ts';

const known = new Map<string, string>();

/** Finding the sounds of a name takes a hundredth of a millisecond, of all names a few; once is enough. */
function soughtBy(name: ListedCode['name']): string {
  const key = `${name['zh-CN']} ${name.en}`.toLowerCase();
  const there = known.get(key);
  if (there !== undefined) return there;
  const syllables = soundsOf(name['zh-CN']).flatMap((run) => run.map(({ syllable }) => syllable));
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const sought = `${key} ${syllables.join('')} ${initials}`;
  known.set(key, sought);
  return sought;
}

/** Every entry: those that come with the program, then the workspace's own. */
export function listCodes(db: Database): ListedCode[] {
  const shipped = Object.entries(codeLists).flatMap(([list, entries]) =>
    entries.map(({ code, name, of = [] }: CodeEntry) => ({
      list: list as CodeListId,
      code,
      name,
      of: [...of],
      isOwn: false,
      sought: soughtBy(name),
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
    sought: soughtBy({ 'zh-CN': name, en: name }),
  }));
  return [...shipped, ...own];
}
