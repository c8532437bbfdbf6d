import * as z from 'zod';
import { job } from './define.ts';
import { RecordId, RecordKind, SkipCode } from './records.ts';

/** Found out from the bytes of a text file; see `decodeText` of the store. */
export const TextEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']);
export type TextEncoding = z.output<typeof TextEncoding>;

/**
 * One record that a file would become. `part` counts the records of one file from 0. `hash` recognises the text again:
 * an import that is given it refuses a file that has changed since (`file-changed`).
 */
export const ImportCandidate = z.object({
  file: z.string(),
  part: z.number().int(),
  hash: z.string(),
  title: z.string(),
  /** Guessed from headings and title; the kind asked for where nothing speaks for another. */
  kind: RecordKind,
  characters: z.number().int(),
  /** Headings of the parts that have text, in their order. */
  sections: z.array(z.string()),
  /** Of text files; null for Word files. */
  encoding: TextEncoding.nullable(),
  /** Of the whole file, at its first part: what others did in it. Taken as accepted here. */
  changes: z
    .object({
      insertions: z.number().int(),
      deletions: z.number().int(),
      comments: z.number().int(),
    })
    .nullable(),
  /** This text is in the workspace already, under `kind`: an import passes it over. */
  isKnown: z.boolean(),
  /**
   * A record, or another candidate (`id` null), that much resembles it: `text`, at least two fifths of their runs of five
   * characters are the same; `case-number`, both are about the same number.
   */
  near: z
    .object({
      id: RecordId.nullable(),
      title: z.string(),
      because: z.enum(['text', 'case-number']),
    })
    .nullable(),
});
export type ImportCandidate = z.output<typeof ImportCandidate>;

export const ImportPreview = z.object({
  candidates: z.array(ImportCandidate),
  skipped: z.array(z.object({ file: z.string(), code: SkipCode })),
});
export type ImportPreview = z.output<typeof ImportPreview>;

export const imports = {
  /**
   * Says what `records.import` would make of these files, and writes nothing. `kind` is for what cannot be guessed.
   * Fails: `cancelled`.
   */
  'records.previewImport': job(
    z.object({
      kind: RecordKind,
      paths: z.array(z.string().min(1).max(4096)).min(1).max(10_000),
    }),
    ImportPreview,
    { paths: ['paths'] },
  ),
};
