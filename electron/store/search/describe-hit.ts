import type { SearchHit } from '../../../shared/contract/search.ts';
import type { Library, RecordId, RecordKind } from '../../../shared/contract/records.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { fold } from '../../../shared/text/fold.ts';
import { findSounds } from '../../../shared/text/sounds.ts';
import { isNear, type Reason, type Subject } from './prove.ts';
import type { Resolved } from './resolve-query.ts';
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
  library?: Library | null;
  senderName?: string | null;
};

type Found = Subject['segments'][number];

/** The texts of a found row. */
export function segmentsOfRow(row: FoundRow): Segment[] {
  return [
    ...metaSegments({
      title: row.title,
      keywords: JSON.parse(row.keywords) as string[],
      caseNumbers: JSON.parse(row.caseNumbers) as string[],
    }),
    // Checked when it was stored; checking every tree again here would cost more than the search.
    ...documentSegments(JSON.parse(row.document) as DocumentTree),
  ];
}

/** Makes what is shown of a record that was found and proved. */
export function describeHit(
  row: FoundRow,
  subject: Subject,
  query: Resolved,
  marks: readonly string[],
  via: Reason,
  tier: SearchHit['tier'],
): SearchHit {
  const found = subject.segments.filter(({ hits }) => hits.length > 0);
  const best = bestPlace(found, tier, query);
  const title = found.find(({ segment }) => segment.place === 'title');
  const sounding = via === 'pinyin' ? marks.flatMap((mark) => findSounds(row.title, mark)) : [];
  const inTitle = [...(title?.hits ?? []), ...sounding].toSorted(
    (one, other) => one.start - other.start,
  );
  const titleMarked = markAll(row.title, inTitle);
  const shown = best?.segment ?? beginningOf(subject);
  return {
    id: row.id,
    kind: row.kind,
    title: titleMarked,
    place: shown.place,
    heading: shown.heading,
    snippet: makeSnippet(shown.text, best?.hits ?? []),
    via,
    tier,
    changedAt: row.changedAt,
    library: row.library ?? 'own',
    senderName: row.senderName ?? null,
  };
}

/** Of a record that was found by its fields alone: where its text begins. */
function beginningOf({ segments }: Subject): Segment {
  const text = segments.find(
    ({ segment }) =>
      segment.heading !== '' && segment.text !== segment.heading && segment.text.trim() !== '',
  );
  return text?.segment ?? segments[0]?.segment ?? { place: 'title', heading: '', text: '' };
}

/** Whether a segment is where a query wants it: in the part, or with the words near one another. */
function isWhere(query: Resolved, { segment, folded }: Found): boolean {
  if (query.type === 'section') return fold(segment.heading).includes(query.heading);
  if (query.type === 'near') return isNear(folded, query.words, query.within);
  const isCompound = query.type === 'and' || query.type === 'or';
  return isCompound && query.parts.some((part) => isWhere(part, { segment, folded, hits: [] }));
}

/**
 * Most different terms first; then the text of sections, since the title is shown anyway. A hit of the first tier that
 * the title does not explain by itself is explained by the keyword or the number that it stands for.
 */
function bestPlace(
  found: readonly Found[],
  tier: SearchHit['tier'],
  query: Resolved,
): Found | undefined {
  const inTitle = new Set(termsOf(found.filter(({ segment }) => segment.place === 'title')));
  const explaining = found.filter(
    (one) =>
      tier === 'meta' &&
      (one.segment.place === 'keywords' || one.segment.place === 'case-numbers') &&
      termsOf([one]).some((term) => !inTitle.has(term)),
  );
  const worth = (one: Found) =>
    new Set(termsOf([one])).size * 10 +
    worthOfPlace(one.segment) +
    (isWhere(query, one) ? 10_000 : 0);
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
