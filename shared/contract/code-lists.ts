import * as z from 'zod';
import { codeLists as shipped, type CodeListId } from '../templates/code-lists/index.ts';
import { command, query, Nothing } from './define.ts';

export const CodeListName = z.enum(Object.keys(shipped) as CodeListId[]);
/** The lists that a workspace may add to: all but the markings. */
export const ExtendableList = CodeListName.exclude(['marking']);
export type ExtendableList = z.output<typeof ExtendableList>;

/** `name` by language; an entry of the workspace's own has the same in both. */
export const ListedCode = z.object({
  list: CodeListName,
  code: z.string(),
  name: z.object({ 'zh-CN': z.string(), en: z.string() }),
  /** The functions that a stage or an outcome belongs to; empty: any. */
  of: z.array(z.string()),
  isOwn: z.boolean(),
  /** All it can be looked for by, in small letters: its names in both languages, its pinyin, its initials. */
  sought: z.string(),
});
export type ListedCode = z.output<typeof ListedCode>;

export const codeLists = {
  /** Every entry of every list: those that come with the program first, then the workspace's own in the order they were added. */
  'codeLists.list': query(Nothing, z.object({ entries: z.array(ListedCode) })),
  /**
   * Adds an entry and answers its code. A name that the list has already, in either language, answers the code it has.
   * At most 500 entries of its own in each list. Fails: `code-list-full`.
   */
  'codeLists.extend': command(
    z.object({
      list: ExtendableList,
      name: z
        .string()
        .transform((name) => name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
        .pipe(z.string().min(1).max(100)),
    }),
    z.object({ code: z.string() }),
  ),
};
