import type { Authority } from '../../shared/text/authorities.ts';
import { askSearch } from '../search/ask-search.ts';

/** Shows every record that cites it: an article by its filter, a number by what it finds in all its written forms. */
export function searchAuthority({
  kind,
  form,
  normal,
}: Pick<Authority, 'kind' | 'form' | 'normal'>): void {
  askSearch(kind === 'article' ? { article: form.slice('§条'.length) } : { words: normal });
}
