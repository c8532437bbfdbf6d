import type { CallInput } from '../../../shared/contract/index.ts';
import type { GroupBy, GroupedLine } from '../../../shared/contract/records.ts';
import { call } from '../../api/client.ts';
import { usePages, type Pages } from '../../api/use-pages.ts';

export type Question = CallInput<'records.list'>;
export type Folding = { isFolded: boolean; except: (string | null)[] };
export const nothingFolded: Folding = { isFolded: false, except: [] };
/** What the list shows: records alone, or under the heads of their groups. */
export type Shown = { question: Question; by: GroupBy | null; folding: Folding };
/**
 * `records`: how many different ones; a line is a head or a record, and a record may stand under several heads. `heads`: on
 * which lines the first of them stand.
 */
export type LinePage = { items: GroupedLine[]; total: number; records: number; heads: number[] };

/** The lines of a list, page by page. */
export function useLines(shown: Shown): Pages<GroupedLine, LinePage> {
  return usePages(JSON.stringify(shown), (offset, limit) => readLines(shown, offset, limit));
}

export async function readLines(
  { question, by, folding }: Shown,
  offset: number,
  limit: number,
): Promise<LinePage> {
  if (by !== null) return call('records.grouped', { ...question, by, folding, offset, limit });
  const page = await call('records.list', { ...question, offset, limit });
  const items = page.items.map((record) => ({ type: 'record', code: null, record }) as const);
  return { items, total: page.total, records: page.total, heads: [] };
}

/** The same groups open but for this one, or folded but for it, if it is the other way round. */
export function toggled(folding: Folding, code: string | null): Folding {
  const { except, isFolded } = folding;
  return {
    isFolded,
    except: except.includes(code) ? except.filter((other) => other !== code) : [...except, code],
  };
}
