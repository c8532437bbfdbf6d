import { fold } from '../../../shared/text/fold.ts';
import { identifierForm } from '../../../shared/text/identifiers.ts';
import { termsOf } from '../../../shared/text/terms.ts';
import { oneCharacterToken, tokensOfTerm } from '../../../shared/text/tokenise.ts';

/**
 * A query, understood. A record answers it when it has every one of `terms` (in itself or, for an identifier, in
 * another written form), or `whole`: the identifier that the whole query is when its blanks are taken out.
 */
export type ParsedQuery = { terms: string[]; whole: string | null; match: string };

/** `null` when there is nothing to look for. */
export function parseQuery(query: string): ParsedQuery | null {
  const terms = termsOf(query);
  if (terms.length === 0) return null;
  const together = fold(query).replaceAll(/\s+/gu, '');
  const wholeForm = terms.length > 1 && together.length <= 80 ? identifierForm(together) : null;
  const everyTerm = terms.map(matchTerm).join(' AND ');
  return {
    terms,
    whole: wholeForm === null ? null : together,
    match: wholeForm === null ? everyTerm : `(${everyTerm}) OR ${matchForm(wholeForm)}`,
  };
}

function matchTerm(term: string): string {
  const tokens = tokensOfTerm(term);
  if (tokens === null) return matchForm(oneCharacterToken(term));
  const phrase = `"${tokens.join(' ')}"`;
  const form = identifierForm(term);
  return form === null ? phrase : `(${phrase} OR ${matchForm(form)})`;
}

function matchForm(form: string): string {
  return `forms : "${form}"`;
}
