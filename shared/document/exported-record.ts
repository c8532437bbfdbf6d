import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { RecordKind } from '../contract/records.ts';
import { Code, Marking, Standing, wantableKinds } from '../templates/record-fields.ts';
import { ExportedTreeV1, ExportedTreeV2, type ExportedTree } from './exported-tree.ts';

/**
 * A record as it travels: the allow-list of what leaves the house. Whatever is not named here stays: where it was imported
 * from, when it was worked on, comments, history. Unknown members are refused when read. `docs/pack-format.md` describes it.
 */
/** The kinds that versions 1–3 know. Frozen. */
const KindV1 = RecordKind.exclude(['notice', 'call']);
const members = {
  format: z.literal('jianzhi-record'),
  id: z.uuid().lowercase(),
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
const fieldsV1 = {
  functions: NamedCodes.optional(),
  charges: NamedCodes.optional(),
  rightTypes: NamedCodes.optional(),
  stages: NamedCodes.optional(),
  outcomes: NamedCodes.optional(),
  region: NamedCode.optional(),
  handlingProcuratorate: z.string().min(1).max(200).optional(),
  marking: Marking.optional(),
};
const isFilled = (fields: object) => Object.keys(fields).length > 0;
const FieldsV1 = z.strictObject(fieldsV1).refine(isFilled);
/**
 * Of a call the last day and the kinds that are wanted, in one order; of notices and calls what became of them; of other records the call
 * that they were written for, by the id that it bears in the pack it came in: a number of the caller's own, that says nothing of the sender.
 */
const FieldsV4 = z
  .strictObject({
    ...fieldsV1,
    due: z.iso.date().optional(),
    wanted: z.array(z.enum(wantableKinds)).min(1).max(wantableKinds.length).optional(),
    standing: Standing.optional(),
    call: z.uuid().lowercase().optional(),
  })
  .refine(isFilled);
export type ExportedFields = z.output<typeof FieldsV4>;

/**
 * Version 1 has no fields, version 2 has them; both have the first version of the tree. Version 3 is for a document that
 * needs the second, with or without fields; version 4 has notices and calls, and what belongs to them. A record is written in the lowest
 * version that can hold it.
 */
export const ExportedRecord = z.discriminatedUnion('formatVersion', [
  z.strictObject({
    ...members,
    kind: KindV1,
    formatVersion: z.literal(1),
    document: ExportedTreeV1,
  }),
  z.strictObject({
    ...members,
    kind: KindV1,
    formatVersion: z.literal(2),
    document: ExportedTreeV1,
    fields: FieldsV1,
  }),
  z.strictObject({
    ...members,
    kind: KindV1,
    formatVersion: z.literal(3),
    document: ExportedTreeV2,
    fields: FieldsV1.optional(),
  }),
  z.strictObject({
    ...members,
    kind: RecordKind,
    formatVersion: z.literal(4),
    document: ExportedTreeV2,
    fields: FieldsV4.optional(),
  }),
]);
export type ExportedRecord = z.output<typeof ExportedRecord>;

/** The version in which a record of this kind, with this document and these fields, is written; and the document in it. */
export function recordFormat(
  kind: RecordKind,
  document: ExportedTree,
  fields: ExportedFields | null,
): { formatVersion: ExportedRecord['formatVersion']; document: ExportedTree } {
  const { due, wanted, standing, call } = fields ?? {};
  const isNew = [due, wanted, standing, call].some((value) => value !== undefined);
  if (isNew || !KindV1.safeParse(kind).success) {
    // The first version of the tree is contained in the second.
    return { formatVersion: 4, document: { ...document, version: 2 } };
  }
  if (document.version === 2) return { formatVersion: 3, document };
  return { formatVersion: fields === null ? 1 : 2, document };
}

/** The text of `record.json`: canonical JSON and a line feed. */
export function exportedRecordText(record: ExportedRecord): string {
  return `${canonicalJson(record)}\n`;
}
