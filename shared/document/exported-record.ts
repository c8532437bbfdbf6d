import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { RecordKind } from '../contract/records.ts';
import { Code, Marking } from '../templates/record-fields.ts';
import { ExportedTreeV1, ExportedTreeV2, type ExportedTree } from './exported-tree.ts';

/**
 * A record as it travels: the allow-list of what leaves the house. Whatever is not named here stays: where it was imported
 * from, when it was worked on, comments, history. Unknown members are refused when read. `docs/pack-format.md` describes it.
 */
const members = {
  format: z.literal('jianzhi-record'),
  id: z.uuid().lowercase(),
  kind: RecordKind,
  title: z.string().min(1).max(500),
  // Wider than the form that people fill in: imported texts are untidy, and what was taken must be able to leave.
  keywords: z.array(z.string().min(1).max(1000)).max(500),
  caseNumbers: z.array(z.string().min(1).max(1000)).max(500),
  revision: z.number().int().min(1),
};

/** A code and what it is called in Chinese: the name is what is printed, so that no reader needs to have the sender's lists. */
const NamedCode = z.strictObject({ code: Code, name: z.string().min(1).max(200) });
const NamedCodes = z.array(NamedCode).min(1).max(50);

/**
 * Of the fields these leave, and no others: never tags, amounts, days, or who was in charge or wrote it. Only what is filled
 * in is there.
 */
const ExportedFields = z
  .strictObject({
    functions: NamedCodes.optional(),
    charges: NamedCodes.optional(),
    rightTypes: NamedCodes.optional(),
    stages: NamedCodes.optional(),
    outcomes: NamedCodes.optional(),
    region: NamedCode.optional(),
    handlingProcuratorate: z.string().min(1).max(200).optional(),
    marking: Marking.optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0);
export type ExportedFields = z.output<typeof ExportedFields>;

/**
 * Version 1 has no fields, version 2 has them; both have the first version of the tree. Version 3 is for a document that
 * needs the second, with or without fields. A record is written in the lowest version that can hold it.
 */
export const ExportedRecord = z.discriminatedUnion('formatVersion', [
  z.strictObject({ ...members, formatVersion: z.literal(1), document: ExportedTreeV1 }),
  z.strictObject({
    ...members,
    formatVersion: z.literal(2),
    document: ExportedTreeV1,
    fields: ExportedFields,
  }),
  z.strictObject({
    ...members,
    formatVersion: z.literal(3),
    document: ExportedTreeV2,
    fields: ExportedFields.optional(),
  }),
]);
export type ExportedRecord = z.output<typeof ExportedRecord>;

/** The version in which a record with this document, with or without fields, is written. */
export function recordFormatVersion(document: ExportedTree, hasFields: boolean): 1 | 2 | 3 {
  if (document.version === 2) return 3;
  return hasFields ? 2 : 1;
}

/** The text of `record.json`: canonical JSON and a line feed. */
export function exportedRecordText(record: ExportedRecord): string {
  return `${canonicalJson(record)}\n`;
}
