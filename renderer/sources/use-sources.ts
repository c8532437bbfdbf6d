import type { CallInput } from '../../shared/contract/index.ts';
import type { SourceSummary } from '../../shared/contract/sources.ts';
import { call } from '../api/client.ts';
import { usePages, type PageOf, type Pages } from '../api/use-pages.ts';

/** Sources that answer a question, page by page. */
export function useSources(
  question: CallInput<'sources.list'>,
): Pages<SourceSummary, PageOf<SourceSummary>> {
  return usePages(JSON.stringify(question), (offset, limit) =>
    call('sources.list', { ...question, offset, limit }),
  );
}
