import { createHash } from 'node:crypto';
import { fold } from '../../../shared/text/fold.ts';
import { findIdentifiers } from '../../../shared/text/identifiers.ts';
import { soundTokens } from '../../../shared/text/sounds.ts';
import { gapToken, oneCharacterToken, tokensOfText } from '../../../shared/text/tokenise.ts';
import { documentSegments, metaSegments, type SearchableRecord } from './searchable.ts';

/** Raise it when folding, tokens or identifiers change: every record then counts as differing until a rebuild. */
const INDEX_VERSION = 3;

/** What goes into the two tables for one record, and the digest of it. */
export type IndexText = {
  meta: { title: string; keywords: string; caseNumbers: string; forms: string };
  body: { text: string; forms: string };
  digest: Buffer;
};

/** The body repeats the first tier, so that it alone answers which records have every word. */
export function indexTextOf(record: SearchableRecord): IndexText {
  const first = metaSegments(record).map(({ place, text }) => {
    const folded = fold(text);
    return { place, folded, tokens: tokensIn(folded) };
  });
  const rest = documentSegments(record.document).map(({ text }) => fold(text));
  const at = (place: string) =>
    withGaps(first.filter((one) => one.place === place).map(({ tokens }) => tokens));
  const foldedFirst = first.map(({ folded }) => folded);
  const meta = {
    title: at('title'),
    keywords: at('keywords'),
    caseNumbers: at('case-numbers'),
    forms: [formsOf(foldedFirst), ...soundTokens(record.title)].join(' '),
  };
  const body = {
    text: withGaps([...first.map(({ tokens }) => tokens), ...rest.map(tokensIn)]),
    forms: formsOf([...foldedFirst, ...rest]),
  };
  return { meta, body, digest: digestOf([...Object.values(meta), ...Object.values(body)]) };
}

/** The tokens of a folded text as the index takes them. */
export const tokensIn = (folded: string) => tokensOfText(folded).join(' ');
const withGaps = (parts: readonly string[]) => parts.join(` ${gapToken} `);

/** Normal forms of identifiers, and each letter and digit that occurs, once. */
export function formsOf(foldedTexts: readonly string[]): string {
  const forms = new Set<string>();
  for (const folded of foldedTexts) {
    for (const { form } of findIdentifiers(folded)) forms.add(form);
    for (const character of folded.match(/[0-9a-z]/g) ?? [])
      forms.add(oneCharacterToken(character));
  }
  return [...forms].join(' ');
}

/** The forms again, each by itself. */
export function formsIn({ forms }: { forms: string }): string[] {
  return forms.split(' ');
}

function digestOf(parts: readonly string[]): Buffer {
  const hash = createHash('sha256').update(`${INDEX_VERSION}`);
  for (const part of parts) hash.update('\n').update(part);
  return hash.digest().subarray(0, 8);
}
