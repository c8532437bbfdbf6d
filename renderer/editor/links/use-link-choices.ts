import { RecordId, type RecordKind } from '../../../shared/contract/records.ts';
import type { FacetFilter } from '../../../shared/contract/search.ts';
import { printText } from '../../../shared/text/query/print-query.ts';
import { useQuery } from '../../api/use-query.ts';

/** A record that can be linked to. */
export type LinkChoice = { id: RecordId; kind: RecordKind; title: string };
const MOST = 8;
const ASKED = 24;
/** What others submitted is theirs to change and to take back; guidance stays. */
const OFFERED: FacetFilter[] = [{ list: 'library', codes: ['own', 'guidance'], isExcluded: false }];

/**
 * Records for what was typed: without anything the latest changed; by words, prefixes, pinyin and initials of the title, then by
 * the text. Not the record itself. Null: nobody asks.
 */
export function useLinkChoices(
  text: string | null,
  recordId: string,
): { choices: readonly LinkChoice[]; isLoading: boolean } {
  const wanted = text?.trim() ?? '';
  const latest = useQuery(
    'records.list',
    { limit: MOST + 1 },
    { isEnabled: text !== null && wanted === '', isLive: false },
  );
  const found = useQuery(
    'search.find',
    { query: printText(wanted), where: OFFERED, limit: ASKED, asker: 'link-picker' },
    { isEnabled: wanted !== '', isLive: false },
  );
  const isLoading = wanted === '' ? latest.isLoading : found.isLoading;
  const all: readonly LinkChoice[] =
    wanted === ''
      ? (latest.data?.items ?? [])
      : (found.data?.hits ?? []).map(({ id, kind, title }) => ({
          id,
          kind,
          title: title.map((piece) => piece.text).join(''),
        }));
  return { choices: all.filter(({ id }) => id !== recordId).slice(0, MOST), isLoading };
}
