import type { RecordKind, RecordSummary } from '../../shared/contract/records.ts';
import { call } from '../api/client.ts';
import { usePages, type PageOf, type Pages } from '../api/use-pages.ts';

/** Records of some kinds, newest change first, page by page. No kinds: all. */
export function useRecords(
  kinds: RecordKind[],
  trashed: boolean,
): Pages<RecordSummary, PageOf<RecordSummary>> {
  return usePages(JSON.stringify([kinds, trashed]), (offset, limit) =>
    call('records.list', { kinds, trashed, offset, limit }),
  );
}
