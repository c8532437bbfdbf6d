import { fold } from '../../../../shared/text/fold.ts';
import { formsOf, tokensIn } from '../../search/index-text.ts';

/** What goes into the index for a page, in the same tokens as the text of a record. */
export function indexTextOfPage(text: string): { text: string; forms: string } {
  const folded = fold(text);
  return { text: tokensIn(folded), forms: formsOf([folded]) };
}
