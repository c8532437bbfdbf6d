/**
 * What a file may hold that nobody sees on its pages: facts about itself (`properties`; `metadata`: XMP), titles of its outline, names of
 * its pages, files in it, remarks (`annotation`), links and other addresses, fields of a form, signatures, programs, layers
 * (`hidden-layer`: one that is not shown), descriptions for reading aloud (`structure`), versions before the last, what a camera or
 * program noted in a picture (`picture-data`), small previews, words that were struck out (`former-wording`), and what the program does not know.
 */
export const hiddenParts = [
  'properties',
  'metadata',
  'outline',
  'page-label',
  'embedded-file',
  'annotation',
  'link',
  'form-field',
  'signature',
  'script',
  'layer',
  'hidden-layer',
  'structure',
  'earlier-version',
  'picture-data',
  'preview',
  'former-wording',
  'other',
] as const;
export type HiddenPart = (typeof hiddenParts)[number];

/** How many of which kind: fields, titles, remarks; of what is one whole, 1. */
export type HiddenCount = { part: HiddenPart; count: number };

/** What is written there. `page`: from 1; 0 where it belongs to no page. */
export type HiddenText = { part: HiddenPart; page: number; text: string };

/** One count for each part, in the order of the parts. */
export function countHidden(counts: Iterable<HiddenCount>): HiddenCount[] {
  const sums = new Map<HiddenPart, number>();
  for (const { part, count } of counts) sums.set(part, (sums.get(part) ?? 0) + count);
  return hiddenParts.flatMap((part) => {
    const count = sums.get(part) ?? 0;
    return count > 0 ? [{ part, count }] : [];
  });
}
