import * as z from 'zod';
import { Page, query } from './define.ts';
import { RecordId, RecordKind } from './records.ts';

/**
 * What has become of the record that a link leads to: it is there, lies in the trash, was destroyed here, or is not known
 * here (a copy from another workspace).
 */
export const LinkTarget = z.discriminatedUnion('state', [
  z.object({ id: RecordId, state: z.literal('there'), kind: RecordKind, title: z.string() }),
  z.object({ id: RecordId, state: z.literal('trashed'), kind: RecordKind, title: z.string() }),
  z.object({ id: RecordId, state: z.literal('purged') }),
  z.object({ id: RecordId, state: z.literal('unknown') }),
]);
export type LinkTarget = z.output<typeof LinkTarget>;

/** A record whose text links to another. `places` counts the links; of their sentences the first three are given. */
export const Backlink = z.object({
  id: RecordId,
  kind: RecordKind,
  title: z.string(),
  places: z.number().int(),
  sentences: z.array(z.object({ before: z.string(), text: z.string(), after: z.string() })).max(3),
});
export type Backlink = z.output<typeof Backlink>;

export const links = {
  /** What links lead to, in the order asked. */
  'links.targets': query(
    z.object({ ids: z.array(RecordId).min(1).max(500) }),
    z.object({ targets: z.array(LinkTarget) }),
  ),
  /**
   * The records, except those in the trash, whose text (tables, captions and footnotes included) links to this one, the
   * latest changed first, each link called what this record is called now; at most 50 at a time. A record that was never here has them too: they are its broken links.
   */
  'links.backlinks': query(
    z.object({
      recordId: RecordId,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    Page(Backlink),
  ),
};
