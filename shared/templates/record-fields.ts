import * as z from 'zod';
import { markings } from './code-lists/markings.ts';

/** A code of a list that comes with the program, or `own:` and the name of an entry that the workspace added. */
export const Code = z.string().regex(/^(?:[a-z0-9][a-z0-9-]{0,63}|own:\S(?:.{0,98}\S)?)$/u);
const Codes = z.array(Code).max(50).default([]);
const Words = (length: number) => z.string().trim().max(length).default('');

/** What a call can ask for. */
export const wantableKinds = [
  'typical-case',
  'guiding-case-nomination',
  'good-practice',
  'research-note',
  'work-report',
  'information-brief',
] as const;
export type WantableKind = (typeof wantableKinds)[number];
/** What became of a notice or a call after it was sent: it is over, or was taken back. */
export const standings = ['closed', 'withdrawn'] as const;
export const Standing = z.enum(standings);
export type Standing = z.output<typeof Standing>;

export const Marking = z.enum(markings.map(({ code }) => code) as MarkingCode[]);
type MarkingCode = (typeof markings)[number]['code'];
export type Marking = z.output<typeof Marking>;

/** A sum and what it is (list `amount-kind`). `fen`: hundredths of a yuan, at most 10 billion yuan. */
export const Amount = z.strictObject({
  kind: Code,
  fen: z.number().int().min(0).max(1_000_000_000_000),
});
export type Amount = z.output<typeof Amount>;
/** A day and what happened on it (list `date-kind`). `on` is `2025-03-01`, a day that exists. */
export const DatedEvent = z.strictObject({ kind: Code, on: z.iso.date() });
export type DatedEvent = z.output<typeof DatedEvent>;

/**
 * What is known of a record beside its text. Everything may be missing: nothing is demanded before it is known. `functions`,
 * `charges`, `rightTypes`, `stages`, `outcomes`, `region` and `origin` hold codes of the lists of those names.
 */
export const RecordFields = z.strictObject({
  functions: Codes,
  charges: Codes,
  rightTypes: Codes,
  stages: Codes,
  outcomes: Codes,
  amounts: z.array(Amount).max(50).default([]),
  dates: z.array(DatedEvent).max(50).default([]),
  region: Code.nullable().default(null),
  handlingProcuratorate: Words(200),
  /** Of precedents: the court that decided, and where the case was published (list `origin`). */
  court: Words(200),
  origin: Code.nullable().default(null),
  prosecutor: Words(100),
  author: Words(100),
  marking: Marking.nullable().default(null),
  // Absent where there is nothing in them, so that what was signed or sent before they existed still reads as it was written.
  /** Of a call: the last day, and the kinds that are wanted. */
  due: z.iso.date().optional(),
  wanted: z.array(z.enum(wantableKinds)).min(1).max(wantableKinds.length).optional(),
  /** Of notices and calls. */
  standing: Standing.optional(),
  /** The call that it was written for: the id that the call has at the office that calls. */
  call: z.uuid().lowercase().optional(),
});
export type RecordFields = z.output<typeof RecordFields>;
export type FieldId = keyof RecordFields;

export function noFields(): RecordFields {
  return RecordFields.parse({});
}

/** Whether there is anything in a field. */
export function hasField(fields: RecordFields, id: FieldId): boolean {
  const value = fields[id];
  return value !== undefined && value !== null && value.length > 0;
}
