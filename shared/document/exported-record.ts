import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { RecordKind } from '../contract/records.ts';
import { DocumentTree } from './tree.ts';

/**
 * A record as it travels: the allow-list of what leaves the house. Whatever is not named here stays: where it was imported
 * from, when it was worked on, comments, history. Unknown members are refused when read. `docs/pack-format.md` describes it.
 */
export const ExportedRecord = z.strictObject({
  format: z.literal('jianzhi-record'),
  formatVersion: z.literal(1),
  id: z.uuid().lowercase(),
  kind: RecordKind,
  title: z.string().min(1).max(500),
  // Wider than the form that people fill in: imported texts are untidy, and what was taken must be able to leave.
  keywords: z.array(z.string().min(1).max(1000)).max(500),
  caseNumbers: z.array(z.string().min(1).max(1000)).max(500),
  revision: z.number().int().min(1),
  document: DocumentTree,
});
export type ExportedRecord = z.output<typeof ExportedRecord>;

/** The text of `record.json`: canonical JSON and a line feed. */
export function exportedRecordText(record: ExportedRecord): string {
  return `${canonicalJson(record)}\n`;
}
