import * as z from 'zod';
import { command, query, Nothing } from './define.ts';
import { RecordId, RecordKind } from './records.ts';

/** More records than these are found by search alone. */
export const MOST_PALETTE_RECORDS = 3000;
/** Remembered as used. */
export const MOST_USED = 60;

/**
 * Syllables of a text's Han characters, without tone, ü as v: those that stand side by side joined by blanks, stretches
 * parted by `|`.
 */
const Sounds = z.string();

export const PaletteRecord = z.object({
  id: RecordId,
  kind: RecordKind,
  title: z.string(),
  sounds: Sounds,
  keywords: z.array(z.string()),
  caseNumbers: z.array(z.string()),
  /** Pseudonyms of its parties. Their names are not in it. */
  pseudonyms: z.array(z.string()),
  tags: z.array(z.string()),
});
export type PaletteRecord = z.output<typeof PaletteRecord>;

export const palette = {
  /**
   * What the palette finds by name: records that do not lie in the trash, one's own before precedents, the latest changed
   * first, at most 3,000; the 500 most used tags; every saved search. `names` are words of the window's own (commands);
   * their sounds come back in the same order. `asker`: overtakes its own earlier question. Fails: `cancelled`.
   */
  'palette.entries': query(
    z.object({
      names: z.array(z.string().max(200)).max(500).default([]),
      asker: z.string().min(1).max(50).optional(),
    }),
    z.object({
      records: z.array(PaletteRecord),
      tags: z.array(z.object({ tag: z.string(), sounds: Sounds })),
      savedSearches: z.array(z.object({ id: z.string(), name: z.string(), sounds: Sounds })),
      names: z.array(Sounds),
    }),
  ),
  /** The keys of what was chosen in the palette, the latest first, at most 60. */
  'palette.used': query(Nothing, z.object({ keys: z.array(z.string()) })),
  /** Puts a key on top of them. */
  'palette.use': command(z.object({ key: z.string().min(1).max(200) }), Nothing),
};
