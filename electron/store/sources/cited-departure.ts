import type { Database } from 'better-sqlite3';
import { SourceId } from '../../../shared/contract/sources.ts';
import {
  citationLabel,
  citationsIn,
  numberSources,
  referenceLines,
} from '../../../shared/document/citations.ts';
import type { Departure } from '../../../shared/document/export-tree.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import { entriesOf } from './get-source.ts';

/** What leaves cannot look into the library: its citations become their numbers, and the list is written out. */
export function citedDeparture(db: Database, document: DocumentTree): Departure {
  const citations = citationsIn(document);
  const ids = citations.flat().map(({ sourceId }) => SourceId.parse(sourceId));
  const entries = new Map<string, string>(entriesOf(db, ids).map(({ id, entry }) => [id, entry]));
  const numbers = numberSources(citations, (id) => entries.has(id));
  return {
    citationText: (items) => citationLabel(items, numbers),
    references: referenceLines(numbers, (id) => entries.get(id) ?? ''),
  };
}
