import type { SearchHit } from '../../../shared/contract/search.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { fold } from '../../../shared/text/fold.ts';
import { findTermHits, type Hit } from '../../../shared/text/find-hits.ts';
import { documentSegments, metaSegments, type Segment } from './searchable.ts';
import { makeSnippet, markAll } from './snippet.ts';

/** A row of `records`, as far as search shows it. */
export type FoundRow = {
  id: RecordId;
  kind: RecordKind;
  title: string;
  keywords: string;
  caseNumbers: string;
  document: string;
  changedAt: number;
};

type Found = { segment: Segment; hits: Hit[] };
/** Enough to choose a snippet by; a text may have a single character thousands of times. */
const hitsKeptOfATerm = 100;

/**
 * Reads a found record once: proves that it has what was asked for, and makes its snippet. `null` when it has not,
 * which only a damaged index can bring about. `marks` are the terms, followed by the whole query if that is an
 * identifier of its own (`hasWhole`).
 */
export function describeHit(
  row: FoundRow,
  marks: readonly string[],
  hasWhole: boolean,
  tier: SearchHit['tier'],
): SearchHit | null {
  const segments = [
    ...metaSegments({
      title: row.title,
      keywords: JSON.parse(row.keywords) as string[],
      caseNumbers: JSON.parse(row.caseNumbers) as string[],
    }),
    // Checked when it was stored; checking every tree again here would cost more than the search.
    ...documentSegments(JSON.parse(row.document) as DocumentTree),
  ];
  const found = segments
    .map((segment) => ({ segment, hits: findTermHits(fold(segment.text), marks, hitsKeptOfATerm) }))
    .filter(({ hits }) => hits.length > 0);
  const via = reasonFor(found, marks.length, hasWhole);
  const best = via === null ? undefined : bestPlace(found, tier);
  if (via === null || best === undefined) return null;
  const title = found.find(({ segment }) => segment.place === 'title');
  return {
    id: row.id,
    kind: row.kind,
    title: markAll(row.title, title?.hits ?? []),
    place: best.segment.place,
    heading: best.segment.heading,
    snippet: makeSnippet(best.segment.text, best.hits),
    via,
    tier,
    changedAt: row.changedAt,
  };
}

function reasonFor(
  found: readonly Found[],
  marks: number,
  hasWhole: boolean,
): SearchHit['via'] | null {
  const inText = new Set<number>();
  const inAnyForm = new Set<number>();
  for (const hit of found.flatMap(({ hits }) => hits)) {
    inAnyForm.add(hit.term);
    if (hit.via === 'text') inText.add(hit.term);
  }
  const terms = Array.from({ length: hasWhole ? marks - 1 : marks }, (_, index) => index);
  if (terms.every((term) => inText.has(term))) return 'text';
  if (terms.every((term) => inAnyForm.has(term))) return 'identifier';
  return hasWhole && inAnyForm.has(marks - 1) ? 'identifier' : null;
}

/**
 * Most different terms first; then the text of sections, since the title is shown anyway. A hit of the first tier that
 * the title does not explain by itself is explained by the keyword or the number that it stands for.
 */
function bestPlace(found: readonly Found[], tier: SearchHit['tier']): Found | undefined {
  const inTitle = new Set(termsOf(found.filter(({ segment }) => segment.place === 'title')));
  const explaining = found.filter(
    (one) =>
      tier === 'meta' &&
      (one.segment.place === 'keywords' || one.segment.place === 'case-numbers') &&
      termsOf([one]).some((term) => !inTitle.has(term)),
  );
  const worth = (one: Found) => new Set(termsOf([one])).size * 10 + worthOfPlace(one.segment);
  const candidates = explaining.length > 0 ? explaining : found;
  return candidates.toSorted((one, other) => worth(other) - worth(one))[0];
}

function termsOf(found: readonly Found[]): number[] {
  return found.flatMap(({ hits }) => hits.map(({ term }) => term));
}

function worthOfPlace({ place, heading, text }: Segment): number {
  if (place === 'title') return 0;
  if (place === 'keywords' || place === 'case-numbers') return 1;
  return text === heading ? 2 : 3;
}
