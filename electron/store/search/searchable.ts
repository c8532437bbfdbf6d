import type { DocumentTree } from '../../../shared/document/tree.ts';
import { sectionText } from '../../../shared/document/tree.ts';

/** What of a record can be searched. */
export type SearchableRecord = {
  title: string;
  keywords: readonly string[];
  caseNumbers: readonly string[];
  document: DocumentTree;
};

/**
 * A stretch of a record within which a term must stand whole. `place` is `title`, `keywords`, `case-numbers` or a
 * section's id; `heading` is that section's, also for the segment that is the heading itself.
 */
export type Segment = { place: string; heading: string; text: string };

/** Title, keywords and case numbers: the first tier. */
export function metaSegments(record: Omit<SearchableRecord, 'document'>): Segment[] {
  return [
    // SQLite keeps text as UTF-8, so half a character of a title comes back as U+FFFD; the other texts are kept as JSON.
    { place: 'title', heading: '', text: record.title.toWellFormed() },
    ...record.keywords.map((text) => ({ place: 'keywords', heading: '', text })),
    ...record.caseNumbers.map((text) => ({ place: 'case-numbers', heading: '', text })),
  ];
}

/** Each section's heading and text: the second tier. */
export function documentSegments(document: DocumentTree): Segment[] {
  return document.sections.flatMap((section) => [
    { place: section.id, heading: section.heading, text: section.heading },
    { place: section.id, heading: section.heading, text: sectionText(section) },
  ]);
}
