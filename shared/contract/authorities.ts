import * as z from 'zod';
import { query } from './define.ts';
import { RecordId, RecordKind } from './records.ts';

/** The normal form of an article, a document number or a case number, as `shared/text/authorities.ts` gives it. */
const Form = z
  .string()
  .max(300)
  .regex(/^§[条文案][^"\s]+$/u);

export const authorities = {
  /**
   * How many other records, not in the trash, cite each of these authorities, in whatever written form; in the order asked. As
   * search counts them: exact up to 1,000, which then means that or more.
   */
  'authorities.counts': query(
    z.object({ recordId: RecordId, forms: z.array(Form).min(1).max(200) }),
    z.object({ others: z.array(z.number().int()) }),
  ),
  /** Those records, the latest changed first, at most 50. */
  'authorities.citing': query(
    z.object({
      recordId: RecordId,
      form: Form,
      limit: z.number().int().min(1).max(50).default(5),
    }),
    z.object({
      records: z.array(z.object({ id: RecordId, kind: RecordKind, title: z.string() })),
      total: z.number().int(),
    }),
  ),
};
