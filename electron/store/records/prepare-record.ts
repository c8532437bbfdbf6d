import type { RecordKind } from '../../../shared/contract/records.ts';
import { countCharacters, type DocumentTree } from '../../../shared/document/tree.ts';
import { linkedRecords } from '../../../shared/document/record-links.ts';
import { completenessOf } from '../../../shared/templates/completeness.ts';
import { noFields, type RecordFields } from '../../../shared/templates/record-fields.ts';
import { indexTextOf, type IndexText } from '../search/index-text.ts';
import { openingOf } from './opening-of.ts';
import { titleKey } from './title-key.ts';

export type NewRecord = {
  kind: RecordKind;
  title: string;
  keywords: string[];
  caseNumbers: string[];
  document: DocumentTree;
  /** Where it was imported from: the file's name, and the hash that recognises its text again. */
  source: { name: string; hash: string } | null;
  isSample?: boolean;
  /** It came from another office: it has no status, and nobody writes in it. */
  isOthers?: boolean;
  fields?: RecordFields;
  tags?: string[];
};

/** A new record with all that can be worked out without the database, so that another thread can do it. */
export type PreparedRecord = Omit<NewRecord, 'document' | 'fields' | 'tags'> & {
  fields: RecordFields;
  tags: string[];
  /** JSON. */
  document: string;
  characters: number;
  opening: string;
  completeness: number | null;
  titleKey: string;
  /** The records that the document links to. */
  links: string[];
  index: IndexText;
};

export function prepareRecord(record: NewRecord): PreparedRecord {
  const { fields = noFields(), tags = [], document } = record;
  return {
    ...record,
    fields,
    tags,
    document: JSON.stringify(document),
    characters: countCharacters(document),
    opening: openingOf(document),
    completeness: completenessOf(record.kind, { ...record, fields }),
    titleKey: titleKey(record.title),
    links: linkedRecords(document),
    index: indexTextOf(record),
  };
}
