import type { CallInput } from '../../shared/contract/index.ts';
import type { RecordSummary } from '../../shared/contract/records.ts';
import { call } from '../api/client.ts';
import { usePages, type PageOf, type Pages } from '../api/use-pages.ts';

/** Records that answer a question, page by page. */
export function useRecords(
  question: CallInput<'records.list'>,
): Pages<RecordSummary, PageOf<RecordSummary>> {
  return usePages(JSON.stringify(question), (offset, limit) =>
    call('records.list', { ...question, offset, limit }),
  );
}
